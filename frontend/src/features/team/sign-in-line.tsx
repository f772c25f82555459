import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ChannelBadge } from "../../ui/channel-badge.tsx";

const columns = "grid grid-cols-[minmax(120px,1fr)_40px_3.4fr] gap-x-5";

interface StationProps {
  channel: "email" | "sms" | "whatsapp";
  time: string;
  stroke: string;
  children: ReactNode;
}

const Station = ({ channel, time, stroke, children }: StationProps) => (
  <li className={`${columns} min-h-0`}>
    <span className="pt-2.5 text-right text-md opacity-80">{time}</span>
    <span className="flex flex-col items-center gap-1">
      <ChannelBadge
        channel={channel}
        size={32}
        className="border-0 bg-[oklch(0.99_0.003_90)] dark:text-surface"
      />
      <span className={`w-0 flex-1 border-[oklch(0.82_0.05_200)] ${stroke}`} />
    </span>
    <span>{children}</span>
  </li>
);

const quiet = "block w-fit rounded-bubble bg-[oklch(1_0_0/0.1)] px-4 py-2.5 text-md";

/** One conversation in time: the line is solid, dashed, then dotted. Decoration, so not read out. */
export function SignInLine() {
  const { t } = useLingui();
  return (
    <div
      aria-hidden="true"
      className="relative m-4 overflow-hidden rounded-[20px] bg-[oklch(0.37_0.055_205)] text-[oklch(0.98_0.005_200)] max-lg:hidden dark:bg-[oklch(0.27_0.04_205)]"
    >
      <ol className="grid h-full grid-rows-[22%_24%_23%_1fr]">
        <li className={columns}>
          <span className="col-start-2 mb-1 w-0 justify-self-center border-l-[3px] border-[oklch(0.82_0.05_200/0.4)]" />
        </li>
        <Station channel="email" time={t`Wed 09:12`} stroke="border-l-[3px] border-solid">
          <span className={quiet}>
            {t`Fewer calls at the front desk`}
            <small className="block text-xs opacity-80">{t`Opened, indicative`}</small>
          </span>
        </Station>
        <Station channel="sms" time={t`Fri 09:00`} stroke="border-l-[3px] border-dashed">
          <span className={quiet}>
            {t`Hello, did you get our mail?`}
            <small className="block text-xs opacity-80">{t`Delivered 09:00`}</small>
          </span>
        </Station>
        <Station channel="whatsapp" time={t`Mon 10:28`} stroke="border-l-[5px] border-dotted">
          <span className="block w-fit rounded-bubble bg-[oklch(0.985_0.004_90)] px-4 py-2.5 text-md text-[oklch(0.25_0.012_70)]">
            {t`Yes, I am interested.`}
          </span>
        </Station>
      </ol>
      <p className={`${columns} display absolute inset-x-0 bottom-14 text-[32px] leading-10`}>
        <span className="col-start-3">
          <Trans>Three channels, one conversation.</Trans>
        </span>
      </p>
    </div>
  );
}
