import { caseWords } from "../../cases/case-words.ts";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/useWords.tsx";
import { words } from "../project-words.ts";
import { DeliverableRows } from "./DeliverableRows.tsx";
import { FundRows } from "./FundRows.tsx";
import { MilestoneRows } from "./MilestoneRows.tsx";
import { gapsOf, type PlanDraft } from "./plan-draft.ts";

/** Paths of refusals that a form with these fields has a field for. */
export const planPaths = ["title", "problem", "goal", "measures", "deliverables", "milestones", "budgetFen", "funds"] as const;

export interface PlanFieldsProps {
  draft: PlanDraft;
  onChange: (draft: PlanDraft) => void;
  errorOf: (field: string) => string | undefined;
}

/** What a project sets out to do: the fields of the plan, wherever one is written. It may stay a draft. */
export function PlanFields({ draft, onChange, errorOf }: PlanFieldsProps) {
  const w = useWords(caseWords);
  const put = (change: Partial<PlanDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextField label={w.projectTitle} value={draft.title} onChange={(title) => put({ title })} error={errorOf("title")} maxLength={80} isRequired autoFocus />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextArea label={w.problem} value={draft.problem} onChange={(problem) => put({ problem })} error={errorOf("problem")} rows={2} />
        <TextArea label={w.goal} value={draft.goal} onChange={(goal) => put({ goal })} error={errorOf("goal")} rows={2} />
      </div>
      <TextArea label={w.measures} value={draft.measures} onChange={(measures) => put({ measures })} error={errorOf("measures")} rows={2} />
      <DeliverableRows rows={draft.deliverables} onChange={(deliverables) => put({ deliverables })} errorOf={errorOf} />
      <MilestoneRows rows={draft.milestones} onChange={(milestones) => put({ milestones })} errorOf={errorOf} />
      <MoneyField label={w.budget} unit={w.yuan} value={draft.budget} onChange={(budget) => put({ budget })} error={errorOf("budgetFen")} className="max-w-60" />
      <FundRows rows={draft.funds} budget={draft.budget} onChange={(funds) => put({ funds })} errorOf={errorOf} />
    </>
  );
}

/** What is missing in a plan, in words, by field. */
export function usePlanProblems(): (draft: PlanDraft) => Record<string, string> {
  const w = useWords(caseWords);
  const own = useWords(words);
  const sentence = (gap: string): string => {
    if (gap.startsWith("dueOn")) return w.chooseOne(w.until);
    if (gap.startsWith("fen") || gap === "budgetFen") return own.amountInvalid;
    return w.fill(gap === "title" ? w.projectTitle : gap.startsWith("funds") ? own.fund : w.title);
  };
  return (draft) => Object.fromEntries(gapsOf(draft).map((gap) => [gap, sentence(gap)]));
}
