import type { CaseAction } from "@bandeng/domain";
import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import type { ActionFormProps } from "./action-form.ts";

type ActionFormModule = () => Promise<{ default: ComponentType<ActionFormProps> }>;

/** One chunk for each form: on a phone in a stairwell only the one that is opened is fetched. */
const modules: Record<CaseAction, ActionFormModule> = {
  accept: () => import("./AcceptForm.tsx"),
  answer: () => import("./AnswerForm.tsx"),
  assign: () => import("./AssignForm.tsx"),
  returnOrder: () => import("./ReturnOrderForm.tsx"),
  support: () => import("./SupportForm.tsx"),
  contact: () => import("./ContactForm.tsx"),
  amend: () => import("./AmendForm.tsx"),
  decline: () => import("./DeclineForm.tsx"),
  appeal: () => import("./AppealForm.tsx"),
  merge: () => import("./MergeForm.tsx"),
  unmerge: () => import("./UnmergeForm.tsx"),
  split: () => import("./SplitForm.tsx"),
  deliberate: () => import("./DeliberateForm.tsx"),
  mediate: () => import("./MediateForm.tsx"),
  start: () => import("./StartForm.tsx"),
  hold: () => import("./HoldForm.tsx"),
  extend: () => import("./ExtendForm.tsx"),
  approve: () => import("./ApproveForm.tsx"),
  turnDown: () => import("./TurnDownForm.tsx"),
  resume: () => import("./ResumeForm.tsx"),
  resolve: () => import("./ResolveForm.tsx"),
  callBack: () => import("./CallBackForm.tsx"),
  close: () => import("./CloseForm.tsx"),
  reopen: () => import("./ReopenForm.tsx"),
  withdraw: () => import("./WithdrawForm.tsx"),
  escalate: () => import("./EscalateForm.tsx"),
  sendDown: () => import("./SendDownForm.tsx"),
  referUp: () => import("./ReferUpForm.tsx"),
  whistle: () => import("./WhistleForm.tsx"),
  report: () => import("./ReportForm.tsx"),
  release: () => import("./ReleaseForm.tsx"),
  callExpert: () => import("./CallExpertForm.tsx"),
  answerCall: () => import("./AnswerCallForm.tsx"),
  releaseExpert: () => import("./ReleaseExpertForm.tsx"),
  askFact: () => import("./AskFactForm.tsx"),
  answerFact: () => import("./AnswerFactForm.tsx"),
  withdrawFact: () => import("./WithdrawFactForm.tsx"),
  supervise: () => import("./SuperviseForm.tsx"),
  adopt: () => import("./AdoptForm.tsx"),
  correct: () => import("./CorrectForm.tsx"),
};

/** The form of every row of the domain's table of actions. */
export const actionForms = Object.fromEntries(
  Object.entries(modules).map(([action, load]) => [action, lazy(load)]),
) as Record<CaseAction, LazyExoticComponent<ComponentType<ActionFormProps>>>;

/** Fetches a form's code ahead: when the pointer or the focus comes near its button. */
export function fetchActionForm(action: CaseAction): void {
  void modules[action]();
}
