import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Logo } from "../../ui/logo.tsx";
import { SignInLine } from "./sign-in-line.tsx";

interface SignInFrameProps {
  corner: ReactNode;
  children: ReactNode;
}

export const SignInFrame = ({ corner, children }: SignInFrameProps) => (
  <div className="grid h-dvh overflow-y-auto bg-surface lg:grid-cols-[minmax(420px,2fr)_3fr]">
    <div className="grid grid-rows-[auto_1fr_auto] px-6 py-8 md:px-14">
      <header className="flex items-center justify-between">
        <span className="flex items-center gap-3">
          <Logo />
          <span className="display text-xl">Spreekuur</span>
        </span>
        {corner}
      </header>
      <main className="mx-auto grid w-full max-w-[376px] content-center py-10">{children}</main>
      <footer className="text-xs text-ink-3">
        <Trans>Data stays in the EU</Trans>
      </footer>
    </div>
    <SignInLine />
  </div>
);
