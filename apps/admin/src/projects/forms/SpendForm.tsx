import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { Select } from "../../ui/Select.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { fenOf } from "../../words/fen.ts";
import { useWords } from "../../words/useWords.tsx";
import { recordSpendingDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 记录支出: out of one fund; a negative amount corrects an earlier entry. */
export function SpendForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useProjectTask(recordSpendingDocument, project, ["fund", "what", "fen", "at"], onDone);
  const funds = [...new Set(project.funds.map(({ name }) => name))];
  const [fund, setFund] = useState<string | null>(funds[0] ?? null);
  const [what, setWhat] = useState("");
  const [amount, setAmount] = useState("");
  const fen = fenOf(amount);
  const submit = () => send({ fund: fund ?? "", what, fen: fen ?? 0 }, { fund: missing(w.choose(w.fund), fund), what: missing(w.fill(w.what), what), fen: fen === null || fen === 0 ? w.amountInvalid : undefined });
  return (
    <TaskFrame {...given} {...{ verb, day }} onSubmit={submit}>
      <Select label={w.fund} items={funds.map((id) => ({ id, label: id }))} value={fund} onChange={setFund} error={verb.errorOf("fund")} isRequired />
      <TextField label={w.what} value={what} onChange={setWhat} error={verb.errorOf("what")} maxLength={200} isRequired />
      <MoneyField label={w.amount} unit={w.yuan} description={w.amountNote} value={amount} onChange={setAmount} error={verb.errorOf("fen")} isRequired />
    </TaskFrame>
  );
}
