import { useState } from "react";
import { draftOf, planOf, written } from "../plan/plan-draft.ts";
import { PlanFields, planPaths, usePlanProblems } from "../plan/PlanFields.tsx";
import { amendProjectPlanDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 修改方案: the plan as a whole. */
export function AmendForm({ project, onDone, ...given }: TaskFormProps) {
  const { verb, send } = useProjectTask(amendProjectPlanDocument, project, planPaths, onDone);
  const [draft, setDraft] = useState(() => draftOf(project));
  const problemsOf = usePlanProblems();
  const submit = () => {
    const plan = written(draft);
    send({ plan: planOf(plan) }, problemsOf(plan));
  };
  return (
    <TaskFrame {...given} verb={verb} onSubmit={submit}>
      <PlanFields draft={draft} onChange={setDraft} errorOf={verb.errorOf} />
    </TaskFrame>
  );
}
