import { type MediationAction, namesIn } from "@bandeng/domain";
import type { ComponentType } from "react";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage } from "../words/useWords.tsx";
import { EndForm } from "./EndForm.tsx";
import { ExtendForm } from "./ExtendForm.tsx";
import { FactsForm } from "./FactsForm.tsx";
import { HearForm } from "./HearForm.tsx";
import { NameForm } from "./NameForm.tsx";
import { ApplyForm, ConfirmationForm, ConsentForm, PerformForm, RemoveForm, SealForm } from "./PlainForms.tsx";
import { SignForm } from "./SignForm.tsx";
import type { TaskFormProps } from "./task-form.ts";
import { OralForm, TermsForm } from "./TermsForm.tsx";
import { VisitForm } from "./VisitForm.tsx";

/** The form of every row of the mediations' table; a missing one does not compile. */
const forms: Readonly<Record<MediationAction, ComponentType<TaskFormProps>>> = {
  recordConsent: ConsentForm,
  extendMonth: ExtendForm,
  nameMediator: NameForm,
  removeMediator: RemoveForm,
  hearParty: HearForm,
  establishFacts: FactsForm,
  agreeTerms: TermsForm,
  sign: SignForm,
  seal: SealForm,
  recordOral: OralForm,
  performTerm: PerformForm,
  visit: VisitForm,
  applyForConfirmation: ApplyForm,
  recordConfirmation: ConfirmationForm,
  endMediation: EndForm,
};

/** The chosen act in a dialog. */
export default function TaskDialog(given: TaskFormProps) {
  const { language } = useLanguage();
  const Form = forms[given.task.action];
  const isLarge = given.task.action === "agreeTerms" || given.task.action === "recordOral";
  return (
    <Dialog title={namesIn(language).mediationAction[given.task.action]} isOpen onClose={given.onClose} size={isLarge ? "large" : "body"}>
      <Form {...given} />
    </Dialog>
  );
}
