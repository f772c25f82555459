import type { Practice } from "#contracts/practices.ts";
import { useQueryClient } from "@tanstack/react-query";
import { practiceQuery } from "../api/get-practice.ts";
import { NewSms } from "../features/sms/new-sms.tsx";

interface FirstSmsProps {
  practice: Practice;
  onSent: (conversationId: string | null) => void;
}

/** The first SMS to a practice; sent, it has a conversation to go on in. */
export function FirstSms({ practice, onSent }: FirstSmsProps) {
  const client = useQueryClient();
  const open = practice.contact_points.filter(({ opted_out }) => !opted_out);
  const sent = async () => {
    const fresh = await client
      .fetchQuery({ ...practiceQuery(practice.id), staleTime: 0 })
      .catch(() => null);
    onSent(fresh?.conversation_id ?? null);
  };
  return <NewSms practice={{ ...practice, contact_points: open }} onSent={() => void sent()} />;
}
