import { Trans } from "@lingui/react/macro";
import { chooseLetterKeys, letterKeys } from "../ui/letter-keys.ts";
import { useStore } from "../ui/store.ts";
import { Switch } from "../ui/switch.tsx";

export function LetterKeysSwitch() {
  const on = useStore(letterKeys);
  return (
    <Switch
      label={<Trans>Single-letter shortcuts</Trans>}
      hint={
        <Trans>
          j, k, r, i, s and ?, outside text fields. Turn them off if you dictate. Only for this
          device.
        </Trans>
      }
      on={on}
      onChange={chooseLetterKeys}
    />
  );
}
