import type { PayMethod } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { TaskFormProps } from "./cost-task.ts";
import { doorNamesOf, moneyOf } from "./cost-text.ts";
import { payRefundDocument, recordPayoutDocument, setFinalAccountDocument, waiveShareDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { fenOf, yuanOf } from "./fen.ts";
import { fundsFen } from "./funds.ts";
import { HouseholdSelect } from "./HouseholdSelect.tsx";
import { PayMethodChoice } from "./PayMethodChoice.tsx";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";
import { fenTyped, YuanField, yuanProblem } from "./YuanField.tsx";

/** 减免: never without somebody who bears it. */
export function WaiveForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(waiveShareDocument, plan, ["bearerId", "name", "reason"], onDone);
  const [by, setBy] = useState<"HOUSEHOLD" | "FUND">("HOUSEHOLD");
  const [bearer, setBearer] = useState<string | null>(null);
  const [fund, setFund] = useState("");
  const [reason, setReason] = useState("");
  const share = plan.households.find(({ household }) => household.id === given.task.about);
  const note = share && w.waiveNote(doorNamesOf(plan, w)(share.household), format.money(share.owedFen));
  const isHousehold = by === "HOUSEHOLD";
  const submit = () =>
    send(
      { householdId: given.task.about ?? "", bearerId: isHousehold ? bearer : null, fund: isHousehold ? null : fund.trim(), reason },
      { bearerId: isHousehold ? missing(w.bearerMissing, bearer) : undefined, name: isHousehold ? undefined : missing(w.bearerMissing, fund), reason: missing(w.fill(w.reason), reason) },
    );
  return (
    <TaskFrame {...given} {...{ verb, note }} onSubmit={submit}>
      <RadioGroup<"HOUSEHOLD" | "FUND">
        label={w.bearer}
        choices={[
          { id: "HOUSEHOLD", label: w.bearerHousehold, description: w.bearerHouseholdNote },
          { id: "FUND", label: w.bearerFund, description: w.bearerFundNote },
        ]}
        value={by}
        onChange={setBy}
      />
      {isHousehold ? (
        <HouseholdSelect label={w.whichHousehold} plan={plan} without={given.task.about} value={bearer} onChange={setBearer} error={verb.errorOf("bearerId")} />
      ) : (
        <TextField label={w.whichFund} value={fund} onChange={setFund} error={verb.errorOf("name") ?? verb.errorOf("bearerId")} isRequired />
      )}
      <TextArea label={w.reason} rows={2} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
    </TaskFrame>
  );
}

/** 付款: to the contractor that was chosen, from what the residents gave. */
export function PayoutForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send, day } = useTask(recordPayoutDocument, plan, ["fen", "note", "at"], onDone);
  const owed = (plan.final ? plan.final.totalFen - fundsFen(plan) : plan.toShareFen) - moneyOf(plan).paid;
  const [yuan, setYuan] = useState(owed > 0 ? yuanOf(owed) : "");
  const [said, setSaid] = useState("");
  const chosen = plan.quotes.find(({ id }) => id === plan.chosenQuoteId);
  const submit = () => send({ fen: fenTyped(yuan), note: said }, { fen: yuanProblem(yuan, w) });
  return (
    <TaskFrame {...given} {...{ verb, day }} note={chosen && w.payoutNote(chosen.contractor?.name ?? w.contractorHidden, format.money(plan.balanceFen))} onSubmit={submit}>
      <YuanField label={w.amount} value={yuan} onChange={setYuan} error={verb.errorOf("fen")} />
      <TextArea label={w.note} description={w.payoutWhat} rows={2} value={said} onChange={setSaid} error={verb.errorOf("note")} />
    </TaskFrame>
  );
}

/** 决算: what it cost in the end; what was saved goes back by what each bore. */
export function FinalForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(setFinalAccountDocument, plan, ["totalFen", "note"], onDone);
  const [yuan, setYuan] = useState(yuanOf(plan.totalFen));
  const [said, setSaid] = useState("");
  const fen = fenOf(yuan);
  const funds = fundsFen(plan);
  const saved = typeof fen === "number" ? plan.toShareFen - (fen - funds) : null;
  const effect = saved === null ? undefined : saved < 0 ? w.finalOver(format.money(-saved)) : w.finalSaves(format.money(plan.toShareFen - saved), format.money(saved));
  const submit = () => send({ totalFen: fenTyped(yuan), note: said }, { totalFen: yuanProblem(yuan, w, { orZero: true }), note: missing(w.fill(w.note), said) });
  return (
    <TaskFrame {...given} verb={verb} note={funds > 0 ? w.finalNote(format.money(funds)) : undefined} onSubmit={submit}>
      <YuanField label={w.finalTotal} value={yuan} onChange={setYuan} error={verb.errorOf("totalFen")} />
      {effect && (
        <p aria-live="polite" className="rounded-one bg-sunken p-2">
          {effect}
        </p>
      )}
      <TextArea label={w.note} rows={2} value={said} onChange={setSaid} error={verb.errorOf("note")} isRequired />
    </TaskFrame>
  );
}

/** 退款: one door at a time. */
export function RefundForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send, day } = useTask(payRefundDocument, plan, ["method", "at"], onDone);
  const [method, setMethod] = useState<PayMethod>("WECHAT");
  const refund = plan.refunds.find(({ id }) => id === given.task.about);
  const note = refund && w.refundNote(doorNamesOf(plan, w)(refund.household), format.money(refund.fen));
  return (
    <TaskFrame {...given} {...{ verb, day, note }} onSubmit={() => send({ refundId: given.task.about ?? "", method })}>
      <PayMethodChoice label={w.payMethod} value={method} onChange={setMethod} />
    </TaskFrame>
  );
}
