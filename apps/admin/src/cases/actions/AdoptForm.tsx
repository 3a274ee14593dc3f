import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { emptyPlan, type PlanDraft, planOf, written } from "../../projects/plan/plan-draft.ts";
import { PlanFields, planPaths, usePlanProblems } from "../../projects/plan/PlanFields.tsx";
import { type ChosenTemplate, TemplateSelect } from "../../projects/plan/TemplateSelect.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
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

/** 列入书记项目: the secretary's own promise, with what can be counted and weighted steps. It may stay a draft, and leads to the new project. */
export default function AdoptForm(props: ActionFormProps) {
  const navigate = useNavigate();
  const { act, send } = useAct(adoptCaseDocument, "adopt", props, planPaths, ({ adoptCase }) => {
    if (adoptCase.project) void navigate({ to: "/projects/$id", params: { id: adoptCase.project.id } });
  });
  const [draft, setDraft] = useState<PlanDraft>(() => emptyPlan(props.card.title));
  const [template, setTemplate] = useState<ChosenTemplate | null>(null);
  const problemsOf = usePlanProblems();
  const choose = (chosen: ChosenTemplate | null) => {
    setTemplate(chosen);
    if (chosen) setDraft({ ...chosen.draft, title: draft.title });
  };
  const submit = () => {
    const plan = written(draft);
    void send({ plan: planOf(plan), templateId: template?.id ?? null }, problemsOf(plan));
  };
  return (
    <ActionFrame action="adopt" act={act} onCancel={props.onCancel} onSubmit={submit}>
      <TemplateSelect gridCode={props.card.gridCode} value={template?.id ?? null} onChange={choose} />
      <PlanFields draft={draft} onChange={setDraft} errorOf={act.errorOf} />
    </ActionFrame>
  );
}
