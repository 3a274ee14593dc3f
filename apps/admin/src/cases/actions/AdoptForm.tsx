import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { NumberField } from "../../ui/NumberField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { DeliverableRows } from "./DeliverableRows.tsx";
import { MilestoneRows } from "./MilestoneRows.tsx";
import { gapsOf, newDeliverable, newMilestone, type PlanDraft, planOf } from "./plan-draft.ts";
import { useAct } from "./use-act.ts";

const adoptCaseDocument = graphql(`
  mutation AdoptCase($input: AdoptCaseInput!) {
    adoptCase(input: $input) {
      case {
        ...CaseActed
      }
      project {
        id
        no
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 列入书记项目: the secretary's own promise, with what can be counted and weighted steps. It may stay a draft. */
export default function AdoptForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(adoptCaseDocument, "adopt", props, ["title", "problem", "goal", "measures", "deliverables", "milestones", "budgetFen"]);
  const [draft, setDraft] = useState<PlanDraft>(() => ({
    title: props.card.title,
    problem: "",
    goal: "",
    measures: "",
    yuan: null,
    deliverables: [newDeliverable()],
    milestones: [newMilestone(100)],
  }));
  const put = (change: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...change }));
  const submit = () => {
    // Rows nobody wrote into are no rows.
    const plan = {
      ...draft,
      deliverables: draft.deliverables.filter(({ name, planned }) => name.trim() !== "" || planned !== 1),
      milestones: draft.milestones.filter(({ title, dueOn }) => title.trim() !== "" || dueOn !== null),
    };
    const problems = Object.fromEntries(
      gapsOf(plan).map((gap) => [gap, gap.startsWith("dueOn") ? w.chooseOne(w.until) : w.fill(gap === "title" ? w.projectTitle : w.title)]),
    );
    void send({ plan: planOf(plan) }, problems);
  };
  return (
    <ActionFrame action="adopt" act={act} onCancel={props.onCancel} onSubmit={submit}>
      <TextField label={w.projectTitle} value={draft.title} onChange={(title) => put({ title })} error={act.errorOf("title")} maxLength={80} isRequired autoFocus />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextArea label={w.problem} value={draft.problem} onChange={(problem) => put({ problem })} error={act.errorOf("problem")} rows={2} />
        <TextArea label={w.goal} value={draft.goal} onChange={(goal) => put({ goal })} error={act.errorOf("goal")} rows={2} />
      </div>
      <TextArea label={w.measures} value={draft.measures} onChange={(measures) => put({ measures })} error={act.errorOf("measures")} rows={2} />
      <DeliverableRows rows={draft.deliverables} onChange={(deliverables) => put({ deliverables })} errorOf={act.errorOf} />
      <MilestoneRows rows={draft.milestones} onChange={(milestones) => put({ milestones })} errorOf={act.errorOf} />
      <NumberField
        label={w.budget}
        unit={w.yuan}
        {...(draft.yuan === null ? {} : { value: draft.yuan })}
        onChange={(yuan) => put({ yuan: Number.isNaN(yuan) ? null : yuan })}
        minValue={0}
        step={0.01}
        error={act.errorOf("budgetFen")}
        className="max-w-60"
      />
    </ActionFrame>
  );
}
