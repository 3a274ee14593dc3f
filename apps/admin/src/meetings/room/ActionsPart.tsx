import { localDateOf, plusNaturalDays } from "@bandeng/domain";
import { useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { KnownPersonPicker } from "../../councils/KnownPersonPicker.tsx";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { assignActionDocument, completeActionDocument } from "./room-documents.ts";
import type { RoomItem } from "./room-model.ts";
import { useWhyNotItem } from "./use-item.ts";

/** Who does what by when: a resolution without it is a wish. */
export function ActionsPart({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const format = useFormat();
  const { act, whyNot: table } = useBench();
  return (
    <Section title={w.actions}>
      {item.actionItems.length > 0 && (
        <ul aria-label={w.actions} className="mb-3 flex flex-col divide-y divide-line">
          {item.actionItems.map(({ id, what, owner, ownerIsResident, dueOn, doneAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 flex-1 text-lead">{what}</span>
              <span>{owner?.name ?? w.residentsTogether}</span>
              {ownerIsResident && <Chip tone="good">{w.byResidents}</Chip>}
              <span className="text-ink-soft">{w.dueOn(format.date(dueOn))}</span>
              {doneAt ? (
                <Chip tone="good" icon="done">
                  {w.done}
                </Chip>
              ) : (
                <Button size="small" aria-label={`${w.complete} ${what}`} disabledReason={table("completeAction")} onPress={() => void act(completeActionDocument, { item: item.id }, { actionId: id }, { isAddition: true })}>
                  {w.complete}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ActionForm item={item} />
    </Section>
  );
}

type Owner = "WORKER" | "RESIDENT" | "TOGETHER";

function ActionForm({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const today = localDateOf(new Date(useNow()).toISOString());
  const [what, setWhat] = useState("");
  const [kind, setKind] = useState<Owner>("WORKER");
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(plusNaturalDays(today, 7));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [count, setCount] = useState(0);
  const submit = async () => {
    const missing = { ...(what.trim() === "" ? { what: w.fill(w.what) } : {}), ...(kind !== "TOGETHER" && ownerId === null ? { ownerId: w.choose(w.owner) } : {}), ...(dueOn === null ? { dueOn: w.fill(w.due) } : {}) };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    const problem = await act(assignActionDocument, { item: item.id }, { what, ownerId: kind === "TOGETHER" ? null : ownerId, ownerIsResident: kind !== "WORKER", dueOn: dueOn ?? "" }, { isAddition: true });
    if (problem) return setWrong(problem.path ? { [problem.path]: problem.message } : {});
    setWhat("");
    setOwnerId(null);
    setCount(count + 1);
  };
  return (
    <form
      aria-label={w.assign}
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={w.what} value={what} onChange={setWhat} error={wrong["what"]} isRequired />
      <SegmentedControl
        label={w.owner}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setOwnerId(null);
        }}
        segments={[
          { id: "WORKER", label: w.byWorker },
          { id: "RESIDENT", label: w.byResident },
          { id: "TOGETHER", label: w.residentsTogether },
        ]}
        className="self-start"
      />
      <div className="grid gap-2 sm:grid-cols-2">
        {kind !== "TOGETHER" && <KnownPersonPicker key={`${kind} ${count}`} label={w.owner} area={room.areaCode} withResidents={kind === "RESIDENT"} value={ownerId} onChange={setOwnerId} error={wrong["ownerId"]} isRequired />}
        <DateField label={w.due} value={dueOn} onChange={setDueOn} min={today} error={wrong["dueOn"]} isRequired />
      </div>
      <Button type="submit" icon="plus" className="self-start" disabledReason={whyNot("assignAction")}>
        {w.assign}
      </Button>
    </form>
  );
}
