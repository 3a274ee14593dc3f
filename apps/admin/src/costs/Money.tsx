import { namesIn } from "@bandeng/domain";
import { Section } from "../cases/Section.tsx";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./cost-task.ts";
import { doorNamesOf } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { PrintReceipt } from "./PrintReceipt.tsx";
import { Publicity } from "./Publicity.tsx";
import { RateContractor } from "./RateContractor.tsx";
import { TaskButton } from "./TaskButton.tsx";

/** What came in, by receipt; what went to the contractor; the final account and what goes back. */
export function Money(given: PartGiven) {
  const { plan } = given;
  return (
    <div className="flex flex-col gap-6">
      <Receipts {...given} />
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-8">
        <Payouts {...given} />
        <Final {...given} />
      </div>
      {plan.refunds.length > 0 && <Refunds {...given} />}
      <Ending {...given} />
    </div>
  );
}

type Receipt = CostShownFragment["receipts"][number];

function Receipts({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const name = doorNamesOf(plan, w);
  return (
    <Section title={w.receipts} aside={w.receiptCount(plan.receipts.length)}>
      <Table<Receipt>
        caption={w.receipts}
        hideCaption
        rows={plan.receipts}
        rowId={({ id }) => id}
        empty={w.noReceipt}
        columns={[
          { id: "no", header: w.receiptNo, isRowHeader: true, className: "whitespace-nowrap tabular-nums", cell: ({ no, voidedAt }) => (voidedAt ? <s>{no}</s> : no) },
          { id: "fen", header: w.amount, align: "end", className: "whitespace-nowrap tabular-nums", cell: ({ fen, voidedAt }) => (voidedAt ? <s>{format.money(fen)}</s> : format.money(fen)) },
          { id: "door", header: w.door, className: "whitespace-nowrap", cell: ({ household, payer }) => (household.id === payer.id ? name(household) : w.paidBy(name(household), name(payer))) },
          { id: "method", header: w.payMethod, className: "whitespace-nowrap", cell: ({ method }) => names.payMethod[method] },
          { id: "collector", header: w.collector, className: "whitespace-nowrap", cell: ({ collector }) => collector?.name ?? "–" },
          { id: "at", header: w.when, className: "whitespace-nowrap tabular-nums", cell: ({ at }) => format.dateTime(at) },
          {
            id: "acts",
            header: w.acts,
            cell: (receipt) =>
              receipt.voidedAt ? (
                <span className="flex min-w-40 flex-wrap items-center gap-x-2">
                  <Chip icon="blocked">{w.voided}</Chip>
                  <span className="text-small text-ink-soft">{receipt.voidReason}</span>
                </span>
              ) : (
                <span className="flex gap-2">
                  <PrintReceipt plan={plan} receipt={receipt} />
                  {plan.state === "COLLECTING" && <TaskButton task={{ action: "voidReceipt", about: receipt.id }} of={receipt.no} {...{ block, onTask }} />}
                </span>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Payouts({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <Section title={w.payouts}>
      {plan.payouts.length === 0 && <p className="text-ink-soft">{w.noPayout}</p>}
      <ul aria-label={w.payouts} className="flex flex-col divide-y divide-line">
        {plan.payouts.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <div className="min-w-0 flex-1">
              <p>{one.contractor?.name ?? w.contractorHidden}</p>
              <p className="text-small text-ink-soft">{[one.note, one.by?.name, format.date(one.at)].filter(Boolean).join(" · ")}</p>
            </div>
            <span className="font-medium tabular-nums">{format.money(one.fen)}</span>
          </li>
        ))}
      </ul>
      {plan.state !== "SETTLED" && (
        <div className="mt-2">
          <TaskButton task={{ action: "payOut" }} {...{ block, onTask }} />
        </div>
      )}
    </Section>
  );
}

function Final({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const f = plan.final;
  return (
    <Section title={w.final}>
      {f ? (
        <div className="flex flex-col gap-2">
          <p className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
            <span>{w.finalTotalOf(format.money(f.totalFen))}</span>
            <span className="font-medium">{w.savedOf(format.money(f.savedFen))}</span>
          </p>
          <p className="whitespace-pre-wrap">{f.note}</p>
          <p className="text-small text-ink-soft">{[f.by?.name, format.date(f.at)].filter(Boolean).join(" · ")}</p>
          {f.publicity && <Publicity publicity={f.publicity} />}
        </div>
      ) : (
        <p className="text-ink-soft">{w.noFinal}</p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {plan.state !== "SETTLED" && <TaskButton task={{ action: "setFinalAccount" }} {...{ block, onTask }} />}
        {f && !f.publicity && <TaskButton task={{ action: "publishFinal" }} {...{ block, onTask }} />}
      </div>
    </Section>
  );
}

function Refunds({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const name = doorNamesOf(plan, w);
  const paid = plan.refunds.filter(({ paidAt }) => paidAt).length;
  return (
    <Section title={w.refunds} aside={w.refundCount(paid, plan.refunds.length)}>
      <p className="mb-2 text-ink-soft">{w.refundsNote}</p>
      <ul aria-label={w.refunds} className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {plan.refunds.map((one) => (
          <li key={one.id} className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 rounded-one border border-line bg-surface px-3 py-1">
            <span className="flex-1 whitespace-nowrap">{name(one.household)}</span>
            <span className="font-medium tabular-nums">{format.money(one.fen)}</span>
            {one.paidAt ? (
              <Chip tone="good" icon="check">
                {w.refundedBy(one.method ? names.payMethod[one.method] : "", format.date(one.paidAt))}
              </Chip>
            ) : (
              <TaskButton task={{ action: "payRefund", about: one.id }} of={name(one.household)} {...{ block, onTask }} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Ending({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  if (plan.state === "SETTLED") return <RateContractor plan={plan} />;
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
      <TaskButton task={{ action: "settleCosts" }} variant={plan.final && plan.balanceFen === 0 ? "primary" : "plain"} {...{ block, onTask }} />
      <span className="text-ink-soft">{plan.balanceFen === 0 ? w.settleReady : w.settleNotYet(format.money(plan.balanceFen))}</span>
    </div>
  );
}
