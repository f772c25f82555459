import { useSearch } from "@tanstack/react-router";
import { useLingui } from "@lingui/react/macro";
import { SignInForm } from "../features/team/sign-in-form.tsx";
import { SignInFrame } from "../features/team/sign-in-frame.tsx";
import { safePath } from "../api/safe-path.ts";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useTitle } from "../ui/use-title.ts";

export function SignInPage() {
  const { t } = useLingui();
  const { to } = useSearch({ from: "/sign-in" });
  useTitle(t`Sign in`, "Spreekuur");
  return (
    <SignInFrame corner={<LanguageSwitch />}>
      <SignInForm to={safePath(to, location.origin)} />
    </SignInFrame>
  );
}
