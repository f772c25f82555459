import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { explain } from "../../api/explain.ts";
import { linkConversation } from "../../api/link-conversation.ts";
import { showToast } from "../../ui/toast.ts";

/** Links a conversation and says where it went. */
export function useLink(conversationId: string, onLinked: (conversationId: string) => void) {
  const { i18n, t } = useLingui();
  const { mutate, isPending } = useMutation(linkConversation(conversationId));
  const link = (practiceId: number, name: string, done: () => void) =>
    mutate(practiceId, {
      onSuccess: ({ id }) => {
        done();
        showToast(t`Linked to ${name}`);
        onLinked(id);
      },
      onError: (error) => showToast(i18n._(explain(error).words)),
    });
  return { link, linking: isPending };
}
