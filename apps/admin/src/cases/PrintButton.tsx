import { lazy, Suspense, useCallback, useState } from "react";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";

const PrintSheet = lazy(() => import("./PrintSheet.tsx"));

/** Makes the A4 case sheet and opens the browser's print dialog. */
export function PrintButton({ detail }: { detail: CaseDetailFragment }) {
  const w = useWords(caseWords);
  const [isPrinting, setPrinting] = useState(false);
  // One and the same function each time: the sheet prints once for it.
  const onPrinted = useCallback(() => setPrinting(false), []);
  return (
    <>
      <IconButton icon="printer" label={w.print} tooltipPlacement="bottom" isPending={isPrinting} onPress={() => setPrinting(true)} />
      {isPrinting && (
        <Suspense>
          <PrintSheet detail={detail} onPrinted={onPrinted} />
        </Suspense>
      )}
    </>
  );
}
