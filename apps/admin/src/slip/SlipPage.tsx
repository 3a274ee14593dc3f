import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { CodeForm } from "./SlipEntryPage.tsx";
import { SlipFrame } from "./SlipFrame.tsx";
import { readSlip, type SlipCase, type SlipProblem } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";
import { SlipActs } from "./SlipActs.tsx";
import { SlipWay } from "./SlipWay.tsx";

/** Where the QR code of a slip leads: how far the matter has come, what was done, and the resident's own word on it. No session, no name. */
export function SlipPage() {
  const { code } = useParams({ from: "/s/$code" });
  const w = useWords(slipWords);
  const { language } = useLanguage();
  const [read, setRead] = useState<SlipCase | SlipProblem | null>(null);
  const ask = useCallback(() => void readSlip(code, language).then(setRead), [code, language]);
  useEffect(ask, [ask]);
  return (
    <SlipFrame>
      {read === null ? (
        <Skeleton label={w.loading} lines={6} />
      ) : !("problem" in read) ? (
        <>
          <SlipWay shown={read} />
          <SlipActs code={code} shown={read} onDone={setRead} />
        </>
      ) : read.problem === "NONE" ? (
        <>
          <EmptyState title={w.none} icon="search">
            {w.noneNote}
          </EmptyState>
          <CodeForm />
        </>
      ) : (
        <ErrorState title={read.problem === "BUSY" ? w.busy : w.offline} onRetry={ask}>
          {read.problem === "BUSY" ? w.busyNote : undefined}
        </ErrorState>
      )}
    </SlipFrame>
  );
}
