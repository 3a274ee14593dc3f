import { localDateOf } from "@bandeng/domain";
import { useState } from "react";
import { useClient } from "urql";
import { Notice } from "../../cases/actions/Notice.tsx";
import { useVerb } from "../../people/use-verb.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showToast } from "../../ui/toasts.ts";
import { useNow } from "../../words/use-now.ts";
import { useWords } from "../../words/useWords.tsx";
import { calendarPreviewDocument, publishCalendarDocument, type CalendarYearShown, type PreviewShown } from "../calendar-documents.ts";
import { communityWords } from "../community-words.ts";
import { daysText, readDays } from "./days-text.ts";
import { Moves } from "./Moves.tsx";
import { YearView } from "./YearView.tsx";

export interface PublishFormProps {
  year: number;
  /** The version in force; null where there is none. */
  current: CalendarYearShown | null;
  /** Why the viewer does not publish; undefined when he may. */
  reason: string | undefined;
  onPublished: () => void;
}

/** Days of a year as they shall be: pasted or typed, looked at as a year, what they would move, and published. */
export function PublishForm({ year, current, reason, onPublished }: PublishFormProps) {
  const w = useWords(communityWords);
  const client = useClient();
  const now = useNow();
  const [texts, setTexts] = useState({ off: daysText(current?.daysOff ?? []), work: daysText(current?.workDays ?? []) });
  const [source, setSource] = useState("");
  const [publishedOn, setPublishedOn] = useState(() => localDateOf(new Date(now).toISOString()));
  const [seen, setSeen] = useState<{ days: string; preview: PreviewShown | null; problem: string | null } | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [off, work] = [readDays(texts.off, year), readDays(texts.work, year)];
  const days = { year, daysOff: [...off.days], workDays: [...work.days] };
  const said = JSON.stringify(days);
  const isOther = said !== JSON.stringify({ year, daysOff: current?.daysOff ?? [], workDays: current?.workDays ?? [] });
  const isFresh = seen?.days === said && seen.preview !== null;
  const unread = (list: readonly string[]) => (list.length === 0 ? undefined : w.unread(list.slice(0, 5).join(" ")));
  const isUnread = off.unread.length + work.unread.length > 0;
  const { verb, send } = useVerb(publishCalendarDocument, ["source", "publishedOn"], (answer) => {
    showToast({ tone: "good", title: w.published(answer.calendarYear?.version ?? 0) });
    onPublished();
  });
  const look = async () => {
    setLooking(true);
    const { data, error } = await client.query(calendarPreviewDocument, { input: days }, { requestPolicy: "network-only" }).toPromise();
    setSeen({ days: said, preview: data?.calendarPreview.preview ?? null, problem: data?.calendarPreview.refusal?.message ?? error?.graphQLErrors[0]?.message ?? (data ? null : w.failedNote) });
    setLooking(false);
  };
  return (
    <section aria-label={w.editTitle(year)} className="flex flex-col gap-3 rounded-one border border-line bg-surface p-3">
      <h2 className="font-semibold">{w.editTitle(year)}</h2>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextArea label={w.daysOff} description={w.daysHelp} rows={6} value={texts.off} onChange={(text) => setTexts((all) => ({ ...all, off: text }))} error={unread(off.unread)} isReadOnly={reason !== undefined} />
        <TextArea label={w.workDays} description={w.workHelp} rows={6} value={texts.work} onChange={(text) => setTexts((all) => ({ ...all, work: text }))} error={unread(work.unread)} isReadOnly={reason !== undefined} />
        <TextField label={w.source} description={w.sourceHelp} value={source} onChange={setSource} maxLength={200} error={verb.errorOf("source")} isReadOnly={reason !== undefined} isRequired />
        <TextField label={w.publishedOn} type="date" value={publishedOn} onChange={setPublishedOn} error={verb.errorOf("publishedOn")} isReadOnly={reason !== undefined} isRequired />
      </div>
      {/* What is in force stands above already. */}
      {isOther && <YearView {...days} />}
      {seen && seen.days === said && seen.problem && <Notice tone="bad">{seen.problem}</Notice>}
      {isFresh && seen.preview && <Moves preview={seen.preview} />}
      {seen && seen.days !== said && <p className="text-ink-soft">{w.changedSince}</p>}
      {(verb.refusal ?? verb.failure) && (
        <Notice tone="bad" requestId={verb.failure?.requestId}>
          {verb.refusal?.message ?? verb.failure?.message}
        </Notice>
      )}
      {reason && <p className="text-ink-soft">{reason}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => void look()} isPending={isLooking} disabledReason={isUnread ? unread([...off.unread, ...work.unread]) : undefined}>
          {w.showMoves}
        </Button>
        <Button variant="primary" isPending={verb.isPending} onPress={() => setAsking(true)} disabledReason={reason ?? (isFresh ? undefined : w.previewFirst)}>
          {w.publish}
        </Button>
      </div>
      <ConfirmDialog
        title={w.publishTitle(year, (current?.version ?? 0) + 1)}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={w.publish}
        onConfirm={() => send({ id: String(year), expectedVersion: current?.version ?? 0, source, publishedOn, daysOff: days.daysOff, workDays: days.workDays })}
      >
        {w.publishNote}
      </ConfirmDialog>
    </section>
  );
}
