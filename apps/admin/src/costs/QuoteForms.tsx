import { communityOf } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { missing } from "../cases/actions/missing.ts";
import { Button } from "../ui/Button.tsx";
import { ComboBox } from "../ui/ComboBox.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { contractorsDocument } from "./contractor-documents.ts";
import type { TaskFormProps } from "./cost-task.ts";
import { addQuoteDocument, chooseQuoteDocument, setCostFundsDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { yuanOf } from "./fen.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";
import { fenTyped, YuanField, yuanProblem } from "./YuanField.tsx";

/** So many firms a community has never had: all of them at once, found by typing. */
const mostContractors = 100;

/** 报价: a firm of the register and what it asks. */
export function QuoteForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(addQuoteDocument, plan, ["contractorId", "totalFen", "note", "at"], onDone);
  const [{ data }] = useQuery({ query: contractorsDocument, variables: { areas: [communityOf(plan.areaCode)], search: null, first: mostContractors, after: null }, requestPolicy: "cache-and-network" });
  const [contractor, setContractor] = useState<string | null>(null);
  const [yuan, setYuan] = useState("");
  const [said, setSaid] = useState("");
  const items = (data?.contractors.nodes ?? []).filter(({ active }) => active).map(({ id, name, licence, averageStars }) => ({ id, label: name, detail: [licence, averageStars != null && w.stars(averageStars)].filter(Boolean).join(" · ") }));
  const submit = () =>
    send({ contractorId: contractor ?? "", totalFen: fenTyped(yuan), note: said }, { contractorId: missing(w.choose(w.contractor), contractor), totalFen: yuanProblem(yuan, w) });
  return (
    <TaskFrame {...given} {...{ verb, day }} onSubmit={submit}>
      <ComboBox label={w.contractor} items={items} value={contractor} onChange={setContractor} isLoading={!data} error={verb.errorOf("contractorId")} isRequired />
      <p className="text-small">
        <Link to="/costs" search={{ tab: "contractors" }} className="inline-flex min-h-6 items-center">
          {w.toRegister}
        </Link>
      </p>
      <YuanField label={w.quoted} value={yuan} onChange={setYuan} error={verb.errorOf("totalFen")} />
      <TextArea label={w.note} description={w.quoteWhat} rows={2} value={said} onChange={setSaid} error={verb.errorOf("note")} />
    </TaskFrame>
  );
}

const quotesWanted = 3;

/** 选定: with fewer than three to compare, it has to be said why. */
export function ChooseForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(chooseQuoteDocument, plan, ["reason"], onDone);
  const [reason, setReason] = useState(plan.fewQuotesReason ?? "");
  const quote = plan.quotes.find(({ id }) => id === given.task.about);
  const isFew = plan.quotes.length < quotesWanted;
  const submit = () => send({ quoteId: given.task.about ?? "", reason: isFew ? reason : "" }, { reason: isFew ? missing(w.fill(w.fewQuotes), reason) : undefined });
  return (
    <TaskFrame {...given} verb={verb} note={quote && `${quote.contractor?.name ?? w.contractorHidden} ${format.money(quote.totalFen)}`} onSubmit={submit}>
      {isFew && <TextArea label={w.fewQuotes} description={w.fewQuotesNote(plan.quotes.length)} rows={2} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />}
    </TaskFrame>
  );
}

interface FundDraft {
  key: string;
  name: string;
  yuan: string;
}

const newFund = (): FundDraft => ({ key: crypto.randomUUID(), name: "", yuan: "" });

/** 资金来源: what bodies pay directly, shown and not counted. */
export function FundsForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(setCostFundsDocument, plan, ["funds"], onDone);
  const [funds, setFunds] = useState<readonly FundDraft[]>(() => (plan.funds.length > 0 ? plan.funds.map(({ name, fen }, i) => ({ key: String(i), name, yuan: yuanOf(fen) })) : [newFund()]));
  const change = (fund: FundDraft, next: Partial<FundDraft>) => setFunds(funds.map((one) => (one === fund ? { ...one, ...next } : one)));
  const left = plan.totalFen - funds.reduce((sum, { yuan }) => sum + fenTyped(yuan), 0);
  const problems = Object.fromEntries(
    funds.flatMap(({ key, name, yuan }) => [
      [`name ${key}`, missing(w.fill(w.fundName), name)],
      [`fen ${key}`, yuanProblem(yuan, w)],
    ]),
  );
  return (
    <TaskFrame {...given} verb={verb} note={w.fundsNote} onSubmit={() => send({ funds: funds.map(({ name, yuan }) => ({ name: name.trim(), fen: fenTyped(yuan) })) }, problems)}>
      <ul aria-label={w.funds} className="flex flex-col gap-3">
        {funds.map((fund, i) => (
          <li key={fund.key} className="flex items-start gap-2">
            <TextField label={w.fundOf(i + 1)} value={fund.name} onChange={(name) => change(fund, { name })} error={verb.errorOf(`name ${fund.key}`)} isRequired className="flex-1" />
            <YuanField label={w.amountOf(i + 1)} value={fund.yuan} onChange={(yuan) => change(fund, { yuan })} error={verb.errorOf(`fen ${fund.key}`)} className="flex-1" />
            <IconButton icon="close" label={w.removeFund(i + 1)} onPress={() => setFunds(funds.filter((one) => one !== fund))} className="mt-6" />
          </li>
        ))}
      </ul>
      <Button icon="plus" className="self-start" onPress={() => setFunds([...funds, newFund()])}>
        {w.addFund}
      </Button>
      <p aria-live="polite" className="rounded-one bg-sunken p-2">
        {w.leftToShare(format.money(left))}
      </p>
      {verb.errorOf("funds") && <p className="text-small text-bad">{verb.errorOf("funds")}</p>}
    </TaskFrame>
  );
}
