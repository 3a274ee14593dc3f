import { type CostAction, namesIn } from "@bandeng/domain";
import type { ComponentType } from "react";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage } from "../words/useWords.tsx";
import type { TaskFormProps } from "./cost-task.ts";
import { DocumentForm } from "./DocumentForm.tsx";
import { MethodForm } from "./MethodForm.tsx";
import { FinalForm, PayoutForm, RefundForm, WaiveForm } from "./MoneyForms.tsx";
import { ApproveDocumentForm, RemoveQuoteForm, SettleForm, StartForm } from "./PlainForms.tsx";
import { ChooseForm, FundsForm, QuoteForm } from "./QuoteForms.tsx";
import { ReceiptForm } from "./ReceiptForm.tsx";
import { AnswerForm, CancelForm, ObjectForm, PubliciseForm, PublishFinalForm, RefusalForm, VoidForm } from "./WordForms.tsx";

/** The form of every row of the table of cost plans but the one that opens it; a missing one does not compile. */
const forms: Readonly<Record<Exclude<CostAction, "openCosts">, ComponentType<TaskFormProps>>> = {
  addQuote: QuoteForm,
  removeQuote: RemoveQuoteForm,
  chooseQuote: ChooseForm,
  setFunds: FundsForm,
  setMethod: MethodForm,
  addDocument: DocumentForm,
  approveDocument: ApproveDocumentForm,
  publiciseCosts: PubliciseForm,
  objectToCosts: ObjectForm,
  answerCostObjection: AnswerForm,
  startCollecting: StartForm,
  recordReceipt: ReceiptForm,
  recordRefusal: RefusalForm,
  voidReceipt: VoidForm,
  waive: WaiveForm,
  payOut: PayoutForm,
  setFinalAccount: FinalForm,
  payRefund: RefundForm,
  publishFinal: PublishFinalForm,
  settleCosts: SettleForm,
  cancelCosts: CancelForm,
};

/** The chosen act in a dialog. */
export default function TaskDialog(given: TaskFormProps) {
  const { language } = useLanguage();
  const { action } = given.task;
  const Form = forms[action];
  return (
    <Dialog title={namesIn(language).costAction[action]} isOpen onClose={given.onClose} size={action === "setMethod" ? "large" : "body"}>
      <Form {...given} />
    </Dialog>
  );
}
