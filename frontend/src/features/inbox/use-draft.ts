import { useEffect, useEffectEvent, useState } from "react";
import { useStore } from "../../ui/store.ts";
import { keepMine, maySave, meetStored, openDraft, saved, takeOther, typeDraft } from "./draft.ts";
import { draftOf, saveDraft } from "./drafts.ts";
import { handBack } from "./hand-back.ts";

const quiet_ms = 400;

/** A text per conversation that survives reloads and never silently loses to another tab. */
export function useDraft(conversationId: string) {
  const [draft, setDraft] = useState(() => openDraft(draftOf(conversationId).get() ?? ""));

  const save = useEffectEvent(() => {
    if (maySave(draft) && saveDraft(conversationId, draft.text)) setDraft(saved(draft));
  });

  useEffect(() => {
    const timer = setTimeout(() => save(), quiet_ms);
    return () => clearTimeout(timer);
  }, [draft.text]);

  useEffect(() => {
    const meet = ({ key, newValue }: StorageEvent) => {
      if (key === draftOf(conversationId).key) setDraft((mine) => meetStored(mine, newValue ?? ""));
    };
    const leave = () => save();
    addEventListener("storage", meet);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("storage", meet);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [conversationId]);

  const returned = useStore(handBack);
  useEffect(() => {
    if (returned?.conversationId !== conversationId) return;
    setDraft((mine) => typeDraft(mine, [mine.text, returned.text].filter(Boolean).join("\n")));
    handBack.set(null);
  }, [returned, conversationId]);

  return {
    draft,
    isSaved: draft.text !== "" && draft.text === draft.base,
    type: (text: string) => setDraft((mine) => typeDraft(mine, text)),
    clear: () => {
      saveDraft(conversationId, "");
      setDraft(openDraft(""));
    },
    keepMine: () => setDraft(keepMine),
    takeOther: () => setDraft(takeOther),
  };
}
