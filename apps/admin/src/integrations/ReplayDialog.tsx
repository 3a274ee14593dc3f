import { useState } from "react";
import { LabelledSegments } from "../cases/actions/LabelledSegments.tsx";
import { missing } from "../cases/actions/missing.ts";
import type { WebhookShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { replayWebhookDocument } from "./webhook-documents.ts";

export interface ReplayDialogProps {
  webhook: WebhookShownFragment;
  /** The feed's latest position. */
  head: number;
  onQueued: () => void;
  onClose: () => void;
}

const hour = 3_600_000;
const shanghai = 8 * hour;
/** A moment as a field of date and time has it: the wall clock of the communities, without a zone. */
const wallClock = (moment: number) => new Date(moment + shanghai).toISOString().slice(0, 16);
/** Null for what is no moment. */
function momentOf(wall: string): string | null {
  const moment = Date.parse(`${wall}:00.000Z`);
  return Number.isNaN(moment) ? null : new Date(moment - shanghai).toISOString();
}

/** 重放一段: sends what happened in a range once more. */
export default function ReplayDialog({ webhook: { id, version, name }, head, onQueued, onClose }: ReplayDialogProps) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const now = useNow();
  const [by, setBy] = useState<"position" | "time">("position");
  const [from, setFrom] = useState(Math.max(1, head - 99));
  const [to, setTo] = useState(Math.max(1, head));
  const [since, setSince] = useState(() => wallClock(now - hour));
  const [until, setUntil] = useState(() => wallClock(now));
  const { verb, send } = useVerb(replayWebhookDocument, ["from", "to", "since", "until"], ({ queued }) => {
    showToast({ tone: "good", title: w.replayDone(format.number(queued)) });
    onQueued();
    onClose();
  });
  const submit = () => {
    const given = { id, expectedVersion: version };
    if (by === "position") {
      const problems = { from: Number.isNaN(from) ? w.fill(w.from) : from > to ? w.replayOrder : undefined, to: Number.isNaN(to) ? w.fill(w.to) : undefined };
      return void send({ ...given, from, to, since: null, until: null }, problems);
    }
    const [first, last] = [momentOf(since), momentOf(until)];
    const problems = { since: missing(w.fill(w.since), first) ?? (last !== null && first !== null && first > last ? w.replayOrder : undefined), until: missing(w.fill(w.until), last) };
    void send({ ...given, from: null, to: null, since: first, until: last }, problems);
  };
  const title = w.replayOf(name);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.replayNote} submitLabel={w.replayDo} verb={verb} onSubmit={submit} onCancel={onClose}>
        <LabelledSegments
          label={w.replayBy}
          value={by}
          onChange={setBy}
          segments={[
            { id: "position", label: w.byPosition },
            { id: "time", label: w.byTime },
          ]}
        />
        {by === "position" ? (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <NumberField label={w.from} value={from} onChange={setFrom} minValue={1} maxValue={Math.max(1, head)} error={verb.errorOf("from")} isRequired />
            <NumberField label={w.to} value={to} onChange={setTo} minValue={1} maxValue={Math.max(1, head)} error={verb.errorOf("to")} isRequired />
          </div>
        ) : (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <TextField label={w.since} type="datetime-local" value={since} onChange={setSince} error={verb.errorOf("since")} isRequired />
            <TextField label={w.until} type="datetime-local" value={until} onChange={setUntil} error={verb.errorOf("until")} isRequired />
          </div>
        )}
        <p role="status" className="text-ink-soft">
          {by === "time" ? w.replayTime : from <= to ? w.replayMost(format.number(to - from + 1)) : ""}
        </p>
      </VerbForm>
    </Dialog>
  );
}
