import { type Role, roles } from "#contracts/team.ts";
import { useLingui } from "@lingui/react/macro";
import { SelectField } from "../../ui/select-field.tsx";
import { roleNames, roleWords } from "./role-names.ts";

interface RoleFieldProps {
  value: Role;
  onChange: (role: Role) => void;
}

export function RoleField({ value, onChange }: RoleFieldProps) {
  const { i18n, t } = useLingui();
  return (
    <div>
      <SelectField
        label={t`Role`}
        value={value}
        onChange={({ target }) => {
          const chosen = roles.find((role) => role === target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {i18n._(roleNames[role])}
          </option>
        ))}
      </SelectField>
      <p className="mt-1.5 text-xs text-pretty text-ink-3">{i18n._(roleWords[value])}</p>
    </div>
  );
}
