import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";

/** How likely the case is to go wrong, explained by its reasons; nothing while it is not. */
export function RiskLine({ risk }: { risk: CaseDetailFragment["risk"] }) {
  const w = useWords(caseWords);
  if (!risk || risk.level === "LOW") return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone={risk.level === "HIGH" ? "bad" : "warn"} icon="alert">
        {w.risk[risk.level]}
      </Chip>
      <span className="text-ink-soft">{risk.reasons.map(({ sentence }) => sentence).join(w.riskJoin)}</span>
    </p>
  );
}
