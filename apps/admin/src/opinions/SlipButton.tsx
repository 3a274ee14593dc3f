import { lazy, Suspense, useCallback, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import type { OpinionShown } from "./opinion-documents.ts";
import { opinionWords } from "./opinion-words.ts";

const SlipSheet = lazy(() => import("../intake/SlipSheet.tsx"));

/** Prints the slip of an opinion again, for whoever may see its code. */
export function SlipButton({ opinion, who }: { opinion: Pick<OpinionShown, "slipCode" | "case">; who: string }) {
  const w = useWords(opinionWords);
  const [isPrinting, setPrinting] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  const { slipCode: code, case: card } = opinion;
  return (
    <>
      <Button variant="quiet" icon="printer" aria-label={w.slipOf(who)} disabledReason={code ? undefined : w.slipHidden} isPending={isPrinting} onPress={() => setPrinting(true)}>
        {w.slip}
      </Button>
      {isPrinting && code && card && (
        <Suspense>
          <SlipSheet slip={{ code, no: card.no, promise: null }} onPrinted={onPrinted} />
        </Suspense>
      )}
    </>
  );
}
