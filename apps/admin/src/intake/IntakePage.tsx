import { instantOf } from "@bandeng/domain";
import { useEffect, useRef, useState } from "react";
import type { Card } from "../board/card.ts";
import { Page } from "../frame/Page.tsx";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Icon } from "../ui/Icon.tsx";
import { showToast } from "../ui/toasts.ts";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { Answered } from "./Answered.tsx";
import { keepRecent } from "./buildings.ts";
import { isBegun, keepDraft, keepSource, type Part, problemsOf } from "./draft.ts";
import type { Entry, Outcome } from "./entry.ts";
import { IntakeForm } from "./IntakeForm.tsx";
import { intakeWords } from "./intake-words.ts";
import { SendBar } from "./SendBar.tsx";
import { type DraftChange, useDraft } from "./use-draft.ts";
import { useIsOffline } from "./useIsOffline.ts";
import { useOutbox } from "./useOutbox.ts";
import { WaitingEntries } from "./WaitingEntries.tsx";

/** Which part of the page an input field of the server belongs to; anything else is said above the button. */
const partOfPath: Record<string, Part> = {
  words: "words", text: "words", title: "words", kind: "kind", place: "place", gridCode: "place", voicedAt: "voiced", reporterId: "reporter", reporterName: "reporter", reporterPhone: "reporter",
};

/** What the form gives way to once it was sent. */
interface Sent {
  outcome: Exclude<Outcome, { kind: "refused" }>;
  files: number;
}

/** 登记: what a resident says, written down where it is said. */
export function IntakePage() {
  const { pages } = useWords();
  const words = useWords(intakeWords);
  const { person } = useViewer();
  const { outbox, entries } = useOutbox();
  const isOffline = useIsOffline();
  const now = useNow();
  const { draft, change, begin } = useDraft(person.id);
  const [wasTold, setTold] = useState(false);
  const [refusal, setRefusal] = useState<{ part: Part | null; message: string } | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<{ focus: (part: Part) => void }>(null);
  // Once somebody was told what is missing, the telling follows what they do about it.
  const problems = wasTold ? problemsOf(draft, instantOf(now)) : {};
  // What may be needed when the network is gone is fetched while it is there.
  useEffect(() => {
    void import("../ui/ToastRegion.tsx").catch(() => undefined);
    void import("../attachments/send-file.ts").catch(() => undefined);
    void import("./DiscardDialog.tsx").catch(() => undefined);
  }, []);
  // Once a visit: bytes that nothing names any more.
  const opened = useRef(draft);
  useEffect(() => void outbox.sweep(opened.current), [outbox]);

  // The answer to what was just sent says itself when its photos have arrived.
  const answered = sent?.outcome.kind === "recorded" ? sent.outcome.key : null;
  useEffect(() => {
    outbox.watch(answered);
    return () => outbox.watch(null);
  }, [outbox, answered]);

  const edit = (part: DraftChange) => {
    change(part);
    setRefusal(null);
  };

  const start = (next?: Parameters<typeof begin>[0]) => {
    begin(next);
    setTold(false);
    setRefusal(null);
    setSent(null);
  };

  const putIntoForm = ({ input, draft: typed, files, state }: Entry) => {
    outbox.remove(input.idempotencyKey);
    start({ ...typed, files, key: input.idempotencyKey });
    if (state.kind === "refused") setRefusal({ part: partOfPath[state.path ?? ""] ?? null, message: state.message });
  };

  const clear = () => {
    const before = draft;
    start();
    showToast({ title: words.cleared, action: { label: words.undo, onPress: () => start(before) } });
  };

  /** Becomes a case, or one more voice on `same`. */
  const send = async (same?: Card) => {
    if (isSending) return;
    const moment = new Date().toISOString();
    const found = problemsOf(draft, moment, same !== undefined);
    const [first] = (["kind", "place", "words", "reporter", "voiced"] as const).filter((part) => found[part]);
    if (first) {
      setTold(true);
      announce(words.fixFirst(Object.keys(found).length), "assertive");
      form.current?.focus(first);
      return;
    }
    setSending(true);
    keepSource(person.id, draft);
    if (draft.place && draft.place !== "unknown") keepRecent(person.id, draft.place.building);
    const sending = outbox.add(draft, moment, same?.id);
    // It is among the entries now: a page that is closed at this moment must not come back with it in the form as well.
    keepDraft(person.id, null);
    const outcome = await sending;
    setSending(false);
    if (outcome.kind === "refused") {
      const entry = outbox.entries().find((one) => one.writtenAt === moment && one.state.kind === "refused");
      if (entry) putIntoForm(entry);
      return;
    }
    start();
    setSent({ outcome, files: draft.files.length });
  };

  const next = () => {
    setSent(null);
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
            {sent ? (
              <Answered outcome={sent.outcome} files={sent.files} entries={entries} onNext={next} />
            ) : (
              <IntakeForm handle={form} {...{ draft, problems, refusal, isSending }} onChange={edit} onSend={() => void send()} onSame={(card) => void send(card)} />
            )}
          </div>
          <div className="lg:sticky lg:top-0">
            <WaitingEntries
              // The one that is being sent stands in the form already; the files of the one before are told beside its answer.
              entries={isSending ? entries.filter((entry) => entry.draft !== draft) : entries}
              busyReason={!sent && isBegun(draft) ? words.finishFirst : undefined}
              onRetry={(key) => void outbox.retry(key)}
              onCorrect={putIntoForm}
              onDiscard={(key) => outbox.discard(key)}
            />
          </div>
        </div>
      </div>
      {!sent && <SendBar refusal={refusal?.part === null ? refusal.message : undefined} isSending={isSending} onClear={isBegun(draft) ? clear : undefined} />}
    </Page>
  );
}
