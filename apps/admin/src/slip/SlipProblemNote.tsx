import { Notice } from "../cases/actions/Notice.tsx";
import { useWords } from "../words/useWords.tsx";
import type { SlipProblem } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";

/** Why an act was not done, where it was tried. */
export function SlipProblemNote({ problem }: { problem: SlipProblem | null }) {
  const w = useWords(slipWords);
  if (!problem) return null;
  const said = problem.problem === "REFUSED" ? problem.message : { NONE: w.none, BUSY: w.busy, OFFLINE: w.offline }[problem.problem];
  return (
    <Notice tone="bad" title={w.failed}>
      {said}
    </Notice>
  );
}
