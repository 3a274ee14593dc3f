import { namesIn, type PayMethod } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { DateField } from "../ui/DateField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { TaskFormProps } from "./cost-task.ts";
import { doorNamesOf, nextNumber } from "./cost-text.ts";
import { recordReceiptDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { yuanOf } from "./fen.ts";
import { PayMethodChoice } from "./PayMethodChoice.tsx";
import { useTask } from "./use-task.ts";
import { fenTyped, YuanField, yuanProblem } from "./YuanField.tsx";

/** 收款: at a door or at the desk. What is still due, who pays it and the next number of the pad stand there already. */
export function ReceiptForm({ plan, task, onDone, onClose }: TaskFormProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const share = plan.households.find(({ household }) => household.id === task.about);
  const { verb, send, day } = useTask(recordReceiptDocument, plan, ["no", "receiptNo", "fen", "at"], onDone);
  const [no, setNo] = useState(() => nextNumber(plan.receipts.at(-1)?.no));
  const [yuan, setYuan] = useState(() => (share ? yuanOf(share.owedFen) : ""));
  const [method, setMethod] = useState<PayMethod>("WECHAT");
  // Whoever bears the share pays for it: its own household, or the one that was named when it was waived.
  const payer = share?.bearer ?? share?.household;
  const name = doorNamesOf(plan, w);
  const note = share && payer && (share.bearer ? w.receiptForOther(name(share.household), name(payer)) : w.receiptFor(name(share.household)));
  const submit = () =>
    send(
      { no: no.trim(), householdId: task.about ?? "", payerId: payer?.id ?? "", fen: fenTyped(yuan), method },
      { no: missing(w.fill(w.receiptNo), no), fen: yuanProblem(yuan, w) },
    );
  return (
    <VerbForm title={namesIn(language).costAction.recordReceipt} hideTitle note={note} verb={verb} onSubmit={submit} onCancel={onClose}>
      <YuanField label={w.amount} value={yuan} onChange={setYuan} error={verb.errorOf("fen")} />
      <PayMethodChoice label={w.payMethod} value={method} onChange={setMethod} />
      <TextField label={w.receiptNo} description={w.receiptNoNote} value={no} onChange={setNo} error={verb.errorOf("no") ?? verb.errorOf("receiptNo")} autoComplete="off" isRequired />
      <DateField label={w.when} description={w.whenNote} error={verb.errorOf("at")} {...day} />
    </VerbForm>
  );
}
