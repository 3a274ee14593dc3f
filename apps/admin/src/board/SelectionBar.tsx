import { assignmentRoles, isRefusal, namesIn, phraseOf, whyNot, type AssignmentRole, type CaseAction } from "@bandeng/domain";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { WorkerPicker } from "../cases/actions/WorkerPicker.tsx";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Popover } from "../ui/Popover.tsx";
import { Select } from "../ui/Select.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { useBoardActions } from "./board-context.ts";
import { assignCasesDocument, escalateCasesDocument, mergeIntoDocument } from "./bulk-documents.ts";
import { ruleCard, tailOf, type Card } from "./card.ts";
import { refreshBoards } from "./refresh-boards.ts";

export interface SelectionBarProps {
  cards: readonly Card[];
  onClear: () => void;
  onExport: () => void;
  /** Why the list cannot be taken out; undefined when it can. */
  exportReason: string | undefined;
}

interface Told {
  refusal?: { message: string } | null;
}

const mostAtOnce = 100;
const ticket = ({ id, version }: Card) => ({ id, expectedVersion: version, idempotencyKey: newIdempotencyKey() });

type Panel = "assign" | "escalate" | "merge";

/** What can be done to several cards at once. */
export default function SelectionBar({ cards, onClear, onExport, exportReason }: SelectionBarProps) {
  const { board: w } = useWords();
  const { language } = useLanguage();
  const { viewer } = useBoardActions();
  const [panel, setPanel] = useState<Panel | null>(null);
  const place = useRef<HTMLDivElement>(null);

  /** A button is blocked only where none of the cards allows it; for the others each says itself why not. */
  const blocked = (action: CaseAction): string | undefined => {
    if (cards.length > mostAtOnce) return w.bulkTooMany;
    const reasons = cards.map((card) => whyNot(action, ruleCard(card), viewer));
    const [first] = reasons;
    return reasons.every(isRefusal) && first ? phraseOf(first, language) : undefined;
  };
  const settle = (results: readonly Told[]) => {
    setPanel(null);
    const refusals = results.flatMap(({ refusal }) => (refusal ? [refusal.message] : []));
    const done = results.length - refusals.length;
    showToast({
      title: refusals.length > 0 ? `${w.bulkDone(done)} · ${w.bulkNotDone(refusals.length)}` : w.bulkDone(done),
      description: refusals.length > 0 ? [...new Set(refusals)].join(" ") : undefined,
      tone: refusals.length > 0 ? "warn" : "good",
    });
    announce(w.bulkDone(done));
    refreshBoards();
    if (refusals.length === 0) onClear();
  };
  const given = { cards, onDone: settle, onCancel: () => setPanel(null) };
  const title = panel === "assign" ? w.bulkAssign : panel === "escalate" ? w.bulkEscalate : w.bulkMerge;
  return (
    <div
      ref={place}
      role="region"
      aria-label={w.bulkSelected(cards.length)}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-raised px-3 py-2 shadow-one"
    >
      <p role="status" className="me-auto font-medium">
        {w.bulkSelected(cards.length)}
      </p>
      <Button icon="user" disabledReason={blocked("assign")} onPress={() => setPanel("assign")}>
        {w.bulkAssign}
      </Button>
      <Button icon="arrow-up" disabledReason={blocked("escalate")} onPress={() => setPanel("escalate")}>
        {w.bulkEscalate}
      </Button>
      <Button icon="link" disabledReason={cards.length < 2 ? w.bulkMergeNeedsTwo : blocked("merge")} onPress={() => setPanel("merge")}>
        {w.bulkMerge}
      </Button>
      <Button icon="download" disabledReason={exportReason} onPress={onExport}>
        {w.export}
      </Button>
      <Button variant="quiet" icon="close" onPress={onClear}>
        {w.bulkClear}
      </Button>
      <Popover label={title} triggerRef={place} isOpen={panel !== null} onOpenChange={(open) => !open && setPanel(null)} placement="top end" className="w-80 large:w-96">
        {panel === "assign" && <AssignSeveral {...given} />}
        {panel === "escalate" && <EscalateSeveral {...given} />}
        {panel === "merge" && <MergeSeveral {...given} />}
      </Popover>
    </div>
  );
}

interface SeveralProps {
  cards: readonly Card[];
  onDone: (results: readonly Told[]) => void;
  onCancel: () => void;
}

function Foot({ label, isPending, isReady, onCancel }: { label: string; isPending: boolean; isReady: boolean; onCancel: () => void }) {
  const { ui } = useWords();
  return (
    <div className="flex justify-end gap-2">
      <Button onPress={onCancel}>{ui.cancel}</Button>
      <Button type="submit" variant="primary" isPending={isPending} disabledReason={isReady ? undefined : ui.required}>
        {label}
      </Button>
    </div>
  );
}

/** Sends once; what fails on the way is told, and the form stays. */
function useSending(send: () => Promise<readonly Told[]>, onDone: (results: readonly Told[]) => void) {
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    setPending(true);
    try {
      onDone(await send());
    } catch (error) {
      showToast({ title: error instanceof Error ? error.message : String(error), tone: "bad" });
    } finally {
      setPending(false);
    }
  };
  return { isPending, submit };
}

function AssignSeveral({ cards, onDone, onCancel }: SeveralProps) {
  const { board: w } = useWords();
  const names = namesIn(useLanguage().language);
  const client = useClient();
  const [personId, setPerson] = useState<string | null>(null);
  const [as, setAs] = useState<AssignmentRole>("LEAD");
  const { isPending, submit } = useSending(async () => {
    const { data, error } = await client.mutation(assignCasesDocument, { input: { cases: cards.map(ticket), personId: personId ?? "", as } }).toPromise();
    if (!data) throw error ?? new Error();
    return data.assignCases.results;
  }, onDone);
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => (event.preventDefault(), personId && void submit())}>
      <WorkerPicker label={w.bulkPerson} area={cards[0]?.gridCode ?? ""} value={personId} onChange={setPerson} isRequired />
      <Select label={w.bulkRole} items={assignmentRoles.map((id) => ({ id, label: names.assignment[id] }))} value={as} onChange={(id) => setAs(id as AssignmentRole)} />
      <Foot label={w.bulkAssign} isPending={isPending} isReady={personId !== null} onCancel={onCancel} />
    </form>
  );
}

function EscalateSeveral({ cards, onDone, onCancel }: SeveralProps) {
  const { board: w } = useWords();
  const client = useClient();
  const [reason, setReason] = useState("");
  const { isPending, submit } = useSending(async () => {
    const { data, error } = await client.mutation(escalateCasesDocument, { input: { cases: cards.map(ticket), reason } }).toPromise();
    if (!data) throw error ?? new Error();
    return data.escalateCases.results;
  }, onDone);
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => (event.preventDefault(), reason.trim() && void submit())}>
      <TextArea label={w.bulkReason} value={reason} onChange={setReason} isRequired autoFocus />
      <Foot label={w.bulkEscalate} isPending={isPending} isReady={reason.trim() !== ""} onCancel={onCancel} />
    </form>
  );
}

function MergeSeveral({ cards, onDone, onCancel }: SeveralProps) {
  const { board: w } = useWords();
  const client = useClient();
  const [into, setInto] = useState<string | null>(null);
  const { isPending, submit } = useSending(async () => {
    const results: Told[] = [];
    // One after the other: each merge changes the case they end in.
    for (const card of cards) {
      if (card.id === into) continue;
      const { data, error } = await client.mutation(mergeIntoDocument, { input: { ...ticket(card), into: into ?? "" } }).toPromise();
      if (!data) throw error ?? new Error();
      results.push(data.mergeCase);
    }
    return results;
  }, onDone);
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => (event.preventDefault(), into && void submit())}>
      <Select
        label={w.bulkMergeInto}
        description={w.bulkMergeNote}
        items={cards.map(({ id, no, title }) => ({ id, label: title, detail: tailOf(no) }))}
        value={into}
        onChange={setInto}
      />
      <Foot label={w.bulkMerge} isPending={isPending} isReady={into !== null} onCancel={onCancel} />
    </form>
  );
}
