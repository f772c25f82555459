import { type Setting, simulates } from "./parts.ts";

/** What a newcomer needs to get in. */
export const banner = (system: Setting & { apiKey: string | null }, signInLink: string): string => {
  const { urls, variables, stateDir, apiKey } = system;
  const { twilio, resend } = simulates(system);
  const real = [
    ...(twilio ? [] : [`SMS goes to ${variables["TWILIO_API_URL"]} with your credentials.`]),
    ...(resend ? [] : [`Email goes to ${variables["RESEND_API_URL"]} with your credentials.`]),
  ];
  return [
    "",
    "Spreekuur is running.",
    "",
    `  App        ${urls.app}`,
    `  Sign in    ${signInLink}`,
    `             (works once, for ten minutes; later ones come by mail, in the simulator)`,
    `  Simulator  ${urls.simulator}   the phones and the mailbox at the other end`,
    `  API        ${urls.worker}/api/docs`,
    `  API key    ${apiKey ?? "none, since PUBLIC_URL is reachable from elsewhere"}`,
    "",
    ...(real.length ? real : ["Nothing leaves this machine."]),
    `Logs and data are in ${stateDir}. Ctrl-C stops everything.`,
    "",
  ].join("\n");
};
