import { useCallback, useEffect, useState } from "react";
import { type Draft, emptyDraft, keepDraft, storedDraft, usualSource } from "./draft.ts";

/** A change, or what makes one of the draft as it is at that moment: bytes take time to be kept, and typing goes on. */
export type DraftChange = Partial<Draft> | ((now: Draft) => Partial<Draft>);

interface Drafting {
  draft: Draft;
  change: (change: DraftChange) => void;
  /** Puts another draft in its place; an empty one when none is given. */
  begin: (next?: Draft) => void;
}

/** What is being written down, kept on the device with every key. */
export function useDraft(personId: string): Drafting {
  const [draft, setDraft] = useState<Draft>(() => storedDraft(personId) ?? emptyDraft(usualSource(personId)));
  useEffect(() => keepDraft(personId, draft), [personId, draft]);
  const change = useCallback((part: DraftChange) => setDraft((now) => ({ ...now, ...(typeof part === "function" ? part(now) : part) })), []);
  const begin = useCallback((next?: Draft) => setDraft(next ?? emptyDraft(usualSource(personId))), [personId]);
  return { draft, change, begin };
}
