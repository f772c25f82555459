import { type Locale, locales } from "#contracts/team.ts";
import { useLingui } from "@lingui/react/macro";
import { localeNames } from "../../i18n/locale.ts";
import { SelectField } from "../../ui/select-field.tsx";

interface LocaleFieldProps {
  value: Locale;
  onChange: (locale: Locale) => void;
}

export function LocaleField({ value, onChange }: LocaleFieldProps) {
  const { t } = useLingui();
  return (
    <SelectField
      label={t`Language`}
      value={value}
      onChange={({ target }) => {
        const chosen = locales.find((locale) => locale === target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {locales.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {localeNames[locale]}
        </option>
      ))}
    </SelectField>
  );
}
