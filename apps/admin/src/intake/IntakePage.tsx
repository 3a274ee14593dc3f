import { useEffect, useRef, useState } from "react";
import { Page } from "../frame/Page.tsx";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Icon } from "../ui/Icon.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { Answered } from "./Answered.tsx";
import { keepRecent } from "./buildings.ts";
import { type Draft, emptyDraft, isBegun, keepChannel, keepDraft, type Part, type Problems, problemsOf, storedDraft, usualChannel } from "./draft.ts";
import { IntakeForm } from "./IntakeForm.tsx";
import { intakeWords } from "./intake-words.ts";
import type { Entry, Outcome } from "./outbox.ts";
import { SendBar } from "./SendBar.tsx";
import { useIsOffline } from "./useIsOffline.ts";
import { useOutbox } from "./useOutbox.ts";
import { WaitingEntries } from "./WaitingEntries.tsx";

/** Which part of the page an input field of the server belongs to; anything else is said above the button. */
const partOfPath: Record<string, Part> = {
  words: "words", text: "words", title: "words", kind: "kind", place: "place", gridCode: "place", voicedAt: "voiced", reporterId: "reporter", reporterName: "reporter", reporterPhone: "reporter",
};

/** 登记: what a resident says, written down where it is said. */
export function IntakePage() {
  const { pages } = useWords();
  const words = useWords(intakeWords);
  const { person } = useViewer();
  const { outbox, entries } = useOutbox();
  const isOffline = useIsOffline();
  const [draft, setDraft] = useState<Draft>(() => storedDraft(person.id) ?? emptyDraft(usualChannel(person.id)));
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<{ part: Part | null; message: string } | null>(null);
  const [outcome, setOutcome] = useState<Exclude<Outcome, { kind: "refused" }> | null>(null);
  const [isSending, setSending] = useState(false);
  // What may be needed when the network is gone is fetched while it is there.
  useEffect(() => void import("../ui/ToastRegion.tsx").catch(() => undefined), []);
  const form = useRef<{ focus: (part: Part) => void }>(null);

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(person.id, next);
    setRefusal(null);
    // Once somebody was told what is missing, the telling follows what they do about it.
    if (Object.keys(problems).length > 0) setProblems(problemsOf(next, new Date().toISOString()));
  };

  const putIntoForm = (entry: Entry) => {
    outbox.remove(entry.input.idempotencyKey);
    setDraft(entry.draft);
    keepDraft(person.id, entry.draft);
    setOutcome(null);
    setProblems({});
    setRefusal(entry.state.kind === "refused" ? { part: partOfPath[entry.state.path ?? ""] ?? null, message: entry.state.message } : null);
  };

  const begin = (next: Draft) => {
    setDraft(next);
    keepDraft(person.id, next);
    setProblems({});
    setRefusal(null);
    setOutcome(null);
  };

  const clear = () => {
    const before = draft;
    begin(emptyDraft(usualChannel(person.id)));
    showToast({ title: words.cleared, action: { label: words.undo, onPress: () => begin(before) } });
  };

  const send = async () => {
    if (isSending) return;
    const now = new Date().toISOString();
    const found = problemsOf(draft, now);
    setProblems(found);
    const [first] = (["kind", "place", "words", "reporter", "voiced"] as const).filter((part) => found[part]);
    if (first) {
      announce(words.fixFirst(Object.keys(found).length), "assertive");
      form.current?.focus(first);
      return;
    }
    setSending(true);
    keepChannel(person.id, draft.channel);
    if (draft.place && draft.place !== "unknown") keepRecent(person.id, draft.place.building);
    const said = await outbox.add(draft, now);
    setSending(false);
    if (said.kind === "refused") {
      const entry = outbox.entries().find((one) => one.draft === draft || one.writtenAt === now);
      if (entry) putIntoForm(entry);
      return;
    }
    keepDraft(person.id, null);
    setDraft(emptyDraft(usualChannel(person.id)));
    setProblems({});
    setOutcome(said);
  };

  const next = () => {
    setOutcome(null);
    requestAnimationFrame(() => form.current?.focus("kind"));
  };

  return (
    <Page title={pages.intake} width="full">
      <div className="min-h-0 flex-1 overflow-auto p-3 sm:p-4">
        <div className="mx-auto grid max-w-xl items-start gap-4 lg:max-w-none lg:grid-cols-[minmax(0,40rem)_minmax(0,20rem)] lg:gap-6">
          <div className="flex flex-col gap-3">
            {isOffline && (
              <p role="status" className="flex items-center gap-2 rounded-one bg-warn-soft px-3 py-2 text-warn">
                <Icon name="info" size="small" />
                {words.isOffline}
              </p>
            )}
            {outcome ? (
              <Answered outcome={outcome} onNext={next} />
            ) : (
              <IntakeForm handle={form} {...{ draft, problems, refusal }} onChange={change} onSend={() => void send()} />
            )}
          </div>
          <div className="lg:sticky lg:top-0">
            <WaitingEntries
              // The one that is being sent stands in the form already.
              entries={isSending ? entries.filter((entry) => entry.draft !== draft) : entries}
              busyReason={!outcome && isBegun(draft) ? words.finishFirst : undefined}
              onRetry={(key) => void outbox.retry(key)}
              onCorrect={putIntoForm}
              onDiscard={(key) => outbox.remove(key)}
            />
          </div>
        </div>
      </div>
      {!outcome && (
        <SendBar refusal={refusal?.part === null ? refusal.message : undefined} isSending={isSending} onClear={isBegun(draft) ? clear : undefined} />
      )}
    </Page>
  );
}
