import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

export const RouteNotFound = () => (
  <section className="grid flex-1 place-content-center justify-items-center gap-3 bg-surface p-6 text-center">
    <h1 className="display text-2xl">
      <Trans>This page does not exist</Trans>
    </h1>
    <p className="text-ink-2">
      <Trans>The address may be mistyped, or what was here has been removed.</Trans>
    </p>
    <Link to="/inbox" className="link">
      <Trans>To the inbox</Trans>
    </Link>
  </section>
);
