import { ConflictNotice } from "../cases/actions/ConflictNotice.tsx";
import { Notice } from "../cases/actions/Notice.tsx";
import type { Act } from "../cases/actions/use-act.ts";
import { useWords } from "../words/useWords.tsx";
import { callbackWords } from "./callback-words.ts";

/** What stands in the way of an act, where it was tried. */
export function ActMessages({ act }: { act: Act }) {
  const w = useWords(callbackWords);
  return (
    <>
      {act.conflict && <ConflictNotice conflict={act.conflict} />}
      {act.refusal && <Notice tone="bad">{act.refusal.message}</Notice>}
      {act.failure && (
        <Notice tone="bad" title={act.failure.isOffline ? w.notSent : w.failedTitle} requestId={act.failure.requestId}>
          {act.failure.isOffline ? w.notSentNote : act.failure.message}
        </Notice>
      )}
    </>
  );
}
