/** What one tab knows: the text it shows, and the text it last agreed on with storage. */
export interface DraftState {
  text: string;
  base: string;
  /** What another tab wrote meanwhile; shown, never written over silently. */
  other: string | null;
}

export const openDraft = (stored: string): DraftState => ({
  text: stored,
  base: stored,
  other: null,
});

export const typeDraft = (draft: DraftState, text: string): DraftState => ({ ...draft, text });

/** Storage now holds `stored`: take it over, or keep both when both sides wrote. */
export function meetStored(draft: DraftState, stored: string): DraftState {
  if (stored === draft.text) return openDraft(stored);
  if (stored === draft.base) return { ...draft, other: null };
  if (draft.text === draft.base) return openDraft(stored);
  return { ...draft, other: stored };
}

/** May this tab write its text now? Not while another version waits for a choice. */
export const maySave = (draft: DraftState): boolean =>
  draft.other === null && draft.text !== draft.base;

export const saved = (draft: DraftState): DraftState => ({ ...draft, base: draft.text });

export const keepMine = (draft: DraftState): DraftState => ({
  ...draft,
  base: draft.other ?? draft.base,
  other: null,
});

export const takeOther = (draft: DraftState): DraftState =>
  draft.other === null ? draft : openDraft(draft.other);
