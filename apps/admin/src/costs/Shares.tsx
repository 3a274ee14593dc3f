import { namesIn } from "@bandeng/domain";
import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./cost-task.ts";
import { doorNamesOf, shareIcon, shareTone, squareMetres, type Share } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { SumLine } from "./SumLine.tsx";
import { TaskButton } from "./TaskButton.tsx";

/** By which method the residents share and why it holds, then every door with its part, to the fen. */
export function Shares(given: PartGiven) {
  const { plan, block, onTask } = given;
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const name = doorNamesOf(plan, w);
  const sum = plan.households.reduce((total, { shareFen }) => total + shareFen, 0);
  const isAsked = plan.state === "COLLECTING";
  return (
    <div className="flex flex-col gap-6">
      <Section title={w.method} aside={names.costMethod[plan.method]}>
        <p>{plan.basis}</p>
        {plan.resolution && (
          <p className="mt-1 flex flex-wrap gap-x-2">
            <span className="text-ink-soft">{w.resolution}</span> {plan.resolution.resolution?.option.words}
            {plan.resolution.resolution && <span className="text-ink-soft">{format.date(plan.resolution.resolution.at)}</span>}
          </p>
        )}
        {plan.state === "DRAFT" && (
          <div className="mt-2">
            <TaskButton task={{ action: "setMethod" }} variant={plan.households.length === 0 ? "primary" : "plain"} {...{ block, onTask }} />
          </div>
        )}
      </Section>
      <Section title={w.shares}>
        {plan.households.length === 0 ? (
          <p className="text-ink-soft">{w.noShares}</p>
        ) : (
          <div className="flex flex-col gap-2">
            <Table<Share>
              caption={w.shares}
              hideCaption
              rows={plan.households}
              rowId={({ household }) => household.id}
              columns={[
                { id: "door", header: w.door, isRowHeader: true, className: "whitespace-nowrap", cell: ({ household }) => name(household) },
                { id: "share", header: w.share, align: "end", className: "whitespace-nowrap tabular-nums", cell: ({ shareFen }) => format.money(shareFen) },
                { id: "state", header: w.state, cell: (share) => <ShareStands share={share} name={name} /> },
                { id: "paid", header: w.paid, align: "end", className: "whitespace-nowrap tabular-nums", cell: ({ paidFen }) => (paidFen > 0 ? format.money(paidFen) : "–") },
                { id: "area", header: w.area, align: "end", className: "whitespace-nowrap tabular-nums text-ink-soft", cell: ({ areaCm2 }) => (areaCm2 == null ? "–" : squareMetres(areaCm2)) },
                ...(isAsked ? [{ id: "act", header: w.acts, cell: (share: Share) => <ShareActs share={share} of={name(share.household)} {...given} /> }] : []),
              ]}
            />
            <SumLine toShareFen={plan.toShareFen} sumFen={sum} />
          </div>
        )}
      </Section>
    </div>
  );
}

function ShareStands({ share, name }: { share: Share; name: (door: Share["household"]) => string }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const note = share.state === "WAIVED" ? [w.borneBy(share.bearer ? name(share.bearer) : (share.bearerFund ?? "")), share.waivedReason].filter(Boolean).join(" · ") : share.state === "REFUSED" ? share.refusedReason : null;
  return (
    <span className="flex min-w-40 flex-wrap items-center gap-x-2">
      <Chip tone={shareTone[share.state]} icon={shareIcon[share.state]}>
        {namesIn(language).shareState[share.state]}
      </Chip>
      {note && <span className="text-small text-ink-soft">{note}</span>}
      {share.refundFen > 0 && <RefundOf fen={share.refundFen} />}
    </span>
  );
}

function RefundOf({ fen }: { fen: number }) {
  const w = useWords(words);
  const format = useFormat();
  return <span className="text-small text-ink-soft tabular-nums">{w.refundOf(format.money(fen))}</span>;
}

/** What can still be done at a door: nothing more once all of it is paid. */
function ShareActs({ share, of, block, onTask }: PartGiven & { share: Share; of: string }) {
  if (share.owedFen <= 0) return null;
  const about = share.household.id;
  return (
    <span className="flex gap-2">
      <TaskButton task={{ action: "recordReceipt", about }} {...{ of, block, onTask }} />
      {share.state === "DUE" && <TaskButton task={{ action: "recordRefusal", about }} {...{ of, block, onTask }} />}
      {share.state !== "WAIVED" && <TaskButton task={{ action: "waive", about }} {...{ of, block, onTask }} />}
    </span>
  );
}
