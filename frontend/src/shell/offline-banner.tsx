import { Plural, Trans } from "@lingui/react/macro";
import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { connection, hiccup_ms } from "../live/connection.ts";
import { outboxWaiting } from "../live/outbox-waiting.ts";
import { Banner } from "../ui/banner.tsx";
import { useStore } from "../ui/store.ts";

/** A short hiccup says nothing; a real loss says what still works. */
export function OfflineBanner() {
  const state = useStore(connection);
  const waiting = useStore(outboxWaiting);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (state === "up") {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), hiccup_ms);
    return () => clearTimeout(timer);
  }, [state]);

  if (!shown) return null;
  return (
    <Banner look="warn" icon={<WifiOff size={16} strokeWidth={1.75} />}>
      <b>
        <Trans>No connection.</Trans>
      </b>{" "}
      <Trans>You can still read and write.</Trans>{" "}
      {waiting > 0 && (
        <Plural
          value={waiting}
          one="# message leaves as soon as you are back."
          other="# messages leave as soon as you are back."
        />
      )}
    </Banner>
  );
}
