import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import type { Card } from "../board/card.ts";
import { ruleViewer } from "../board/card.ts";
import { shortNo } from "../cases/case-text.ts";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { whyNoVisit } from "./my-work.ts";
import type { Visits, VisitSaid } from "./use-visits.ts";
import { workWords } from "./work-words.ts";

/** The sentences of all refusals weigh more than the page: they come where a visit is not possible. */
const BlockedVisit = lazy(() => import("./BlockedVisit.tsx"));

const ready = ["met", "seen", "told", "nobody"] as const;

/** 已上门: one tap notes a visit; for a few seconds it can be taken back or told otherwise. */
export function VisitButton({ card, visits }: { card: Card; visits: Visits }) {
  const words = useWords(workWords);
  const { ui } = useWords();
  const viewer = useViewer();
  const no = whyNoVisit(ruleViewer(viewer), card);
  const state = visits.stateOf(card.id);
  const saidAs = (id: (typeof ready)[number]): VisitSaid => ({ kind: id === "nobody" ? "NOTE" : "VISIT", words: words.visitSentence[id] });
  useEffect(() => {
    if (state?.kind === "noted") announce(words.saved(state.said.words));
    if (state?.kind === "refused") announce(`${words.notSaved}: ${state.message}`, "assertive");
  }, [state, words]);

  if (no) {
    return (
      <Suspense>
        <BlockedVisit refusal={no} no={shortNo(card.no)} />
      </Suspense>
    );
  }
  if (!state || state.kind === "noted") {
    return (
      <>
        <Button
          icon={state ? "check" : "user"}
          className="w-full sm:w-auto sm:self-start"
          aria-label={words.visitedNamed(shortNo(card.no))}
          onPress={() => visits.begin(card, saidAs("met"))}
        >
          {words.visited}
        </Button>
        {state && <p className="text-small text-good">{words.saved(state.said.words)}</p>}
      </>
    );
  }
  if (state.kind === "about") return <About {...{ card, visits, saidAs }} said={state.said} />;
  if (state.kind === "sending") return <Line>{words.saving}</Line>;
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-one bg-bad-soft px-3 py-2">
      <p className="text-bad">{state.kind === "refused" ? `${words.notSaved}: ${state.message}` : words.notReached}</p>
      {state.kind === "lost" && state.requestId && <p className="text-small text-ink-soft select-all">{ui.requestId(state.requestId)}</p>}
      <span className="flex gap-2">
        {state.kind === "lost" && <Button onPress={() => visits.retry(card.id)}>{words.retry}</Button>}
        <Button variant="quiet" onPress={() => visits.undo(card.id)}>
          {ui.close}
        </Button>
      </span>
    </div>
  );
}

interface AboutProps {
  card: Card;
  visits: Visits;
  said: VisitSaid;
  saidAs: (id: (typeof ready)[number]) => VisitSaid;
}

/** The few seconds in which it can be taken back, told in another ready sentence, or in own words. */
function About({ card, visits, said, saidAs }: AboutProps) {
  const words = useWords(workWords);
  const [own, setOwn] = useState<string | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="flex flex-col gap-2 rounded-one border border-accent bg-accent-soft p-2">
      {own === null ? (
        <>
          <p role="status" className="text-accent-ink">
            {words.about(said.words)}
          </p>
          <div role="group" aria-label={words.ready} className="grid grid-cols-2 gap-2">
            {ready.map((id) => (
              <Button key={id} onPress={() => visits.say(card, saidAs(id))}>
                {words.visitShort[id]}
              </Button>
            ))}
            <Button
              icon="edit"
              onPress={() => {
                visits.hold(card.id);
                setOwn("");
              }}
            >
              {words.ownWords}
            </Button>
            <Button ref={undo} icon="undo" onPress={() => visits.undo(card.id)}>
              {words.undo}
            </Button>
          </div>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            visits.say(card, own.trim() === "" ? said : { kind: "VISIT", words: own.trim() });
          }}
          className="flex flex-col gap-2"
        >
          <TextArea label={words.ownLabel} value={own} onChange={setOwn} autoFocus />
          <span className="grid grid-cols-2 gap-2">
            <Button icon="undo" onPress={() => visits.undo(card.id)}>
              {words.undo}
            </Button>
            <Button type="submit" variant="primary">
              {words.save}
            </Button>
          </span>
        </form>
      )}
    </div>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex min-h-control items-center gap-2 text-ink-soft">
      <Icon name="refresh" size="small" className="animate-turn" />
      {children}
    </p>
  );
}
