import { namesIn, type ProjectAction } from "@bandeng/domain";
import type { ComponentType } from "react";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage } from "../words/useWords.tsx";
import { AcceptForm } from "./forms/AcceptForm.tsx";
import { AddCaseForm } from "./forms/AddCaseForm.tsx";
import { AmendForm } from "./forms/AmendForm.tsx";
import { AppraiseForm } from "./forms/AppraiseForm.tsx";
import { FileStudyForm } from "./forms/FileStudyForm.tsx";
import { HandOverForm } from "./forms/HandOverForm.tsx";
import { InspectForm } from "./forms/InspectForm.tsx";
import { InspectorForm } from "./forms/InspectorForm.tsx";
import { MilestoneForm } from "./forms/MilestoneForm.tsx";
import { MarkExemplaryForm, RequestStrikeOffForm, RunForm, SubmitForm } from "./forms/PlainForms.tsx";
import { ProgrammesForm } from "./forms/ProgrammesForm.tsx";
import { SignForm } from "./forms/SignForm.tsx";
import { SpendForm } from "./forms/SpendForm.tsx";
import { AbandonForm, AnswerForm, CarryOverForm, ExplainForm, ObjectForm, PubliciseForm, ReturnPlanForm, ReturnStrikeOffForm, StrikeOffForm } from "./forms/WordsForms.tsx";
import type { TaskFormProps } from "./project-task.ts";

/** The form of every row of the projects' table; a missing one does not compile. */
const forms: Readonly<Record<ProjectAction, ComponentType<TaskFormProps>>> = {
  amendPlan: AmendForm,
  addCase: AddCaseForm,
  fileStudy: FileStudyForm,
  setProgrammes: ProgrammesForm,
  submit: SubmitForm,
  returnPlan: ReturnPlanForm,
  publicise: PubliciseForm,
  object: ObjectForm,
  answerObjection: AnswerForm,
  run: RunForm,
  completeMilestone: MilestoneForm,
  acceptDeliverable: AcceptForm,
  signAcceptance: SignForm,
  explainShort: ExplainForm,
  inspect: InspectForm,
  spend: SpendForm,
  carryOver: CarryOverForm,
  requestStrikeOff: RequestStrikeOffForm,
  nameInspector: InspectorForm,
  returnStrikeOff: ReturnStrikeOffForm,
  strikeOff: StrikeOffForm,
  abandon: AbandonForm,
  appraise: AppraiseForm,
  markExemplary: MarkExemplaryForm,
  handOver: HandOverForm,
};

/** The chosen act in a dialog. */
export default function TaskDialog(given: TaskFormProps) {
  const { language } = useLanguage();
  const Form = forms[given.task.action];
  return (
    <Dialog title={namesIn(language).projectAction[given.task.action]} isOpen onClose={given.onClose} size={given.task.action === "amendPlan" ? "large" : "body"}>
      <Form {...given} />
    </Dialog>
  );
}
