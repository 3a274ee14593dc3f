import type { ContactKind } from "@bandeng/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import type { Card } from "../board/card.ts";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { requestIdOf } from "../client/request-id.ts";
import { recordVisitDocument } from "./work-documents.ts";

/** How long a visit can be taken back, or told otherwise, before it is noted. */
const graceMs = 6000;

/** What is noted of a visit. Nobody at home is no visit face to face: that is a note. */
export interface VisitSaid {
  kind: ContactKind;
  words: string;
}

export type VisitState =
  /** Goes by itself in a moment, unless taken back. */
  | { kind: "about"; said: VisitSaid }
  | { kind: "sending"; said: VisitSaid }
  | { kind: "noted"; said: VisitSaid }
  /** The rules said no. */
  | { kind: "refused"; said: VisitSaid; message: string }
  /** Nobody knows whether it arrived: trying again sends the same act. */
  | { kind: "lost"; said: VisitSaid; requestId: string | undefined };

interface Act {
  card: Card;
  said: VisitSaid;
  key: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface Visits {
  stateOf: (caseId: string) => VisitState | undefined;
  /** Notes it in a moment. */
  begin: (card: Card, said: VisitSaid) => void;
  /** Waits: somebody is writing words of his own. */
  hold: (caseId: string) => void;
  undo: (caseId: string) => void;
  /** Notes it now, with these words. */
  say: (card: Card, said: VisitSaid) => void;
  retry: (caseId: string) => void;
}

/** Visits noted with one tap: each waits a few seconds in which it can be taken back, and is sent when the page is left. */
export function useVisits(onNoted: () => void): Visits {
  const client = useClient();
  const acts = useRef(new Map<string, Act>());
  const [states, setStates] = useState<ReadonlyMap<string, VisitState>>(new Map());
  const latest = useRef(onNoted);
  useEffect(() => {
    latest.current = onNoted;
  });

  const show = useCallback((caseId: string, state: VisitState | undefined) => {
    setStates((now) => {
      const next = new Map(now);
      if (state) next.set(caseId, state);
      else next.delete(caseId);
      return next;
    });
  }, []);

  const send = useCallback(
    async (caseId: string) => {
      const act = acts.current.get(caseId);
      if (!act) return;
      clearTimeout(act.timer);
      act.timer = undefined;
      const { card, said, key } = act;
      show(caseId, { kind: "sending", said });
      const ask = (expectedVersion: number) => client.mutation(recordVisitDocument, { input: { id: card.id, expectedVersion, idempotencyKey: key, ...said } }).toPromise();
      let { data, error } = await ask(card.version);
      // Whatever happened to the case meanwhile, the visit was paid. A refusal keeps nothing under the key.
      const moved = data?.recordContact.refusal;
      if (moved?.code === "CONFLICT" && moved.currentVersion != null) ({ data, error } = await ask(moved.currentVersion));
      const answer = data?.recordContact;
      if (!answer) return show(caseId, { kind: "lost", said, requestId: requestIdOf(error) });
      acts.current.delete(caseId);
      if (answer.refusal) return show(caseId, { kind: "refused", said, message: answer.refusal.message });
      show(caseId, { kind: "noted", said });
      latest.current();
    },
    [client, show],
  );

  const put = useCallback(
    (card: Card, said: VisitSaid, grace: number | null) => {
      clearTimeout(acts.current.get(card.id)?.timer);
      const timer = grace === null ? undefined : setTimeout(() => void send(card.id), grace);
      acts.current.set(card.id, { card, said, key: newIdempotencyKey(), timer });
      show(card.id, { kind: "about", said });
    },
    [send, show],
  );
  const begin = useCallback((card: Card, said: VisitSaid) => put(card, said, graceMs), [put]);
  const say = useCallback(
    (card: Card, said: VisitSaid) => {
      put(card, said, null);
      void send(card.id);
    },
    [put, send],
  );
  const hold = useCallback((caseId: string) => {
    const act = acts.current.get(caseId);
    clearTimeout(act?.timer);
    if (act) act.timer = undefined;
  }, []);
  const undo = useCallback(
    (caseId: string) => {
      hold(caseId);
      acts.current.delete(caseId);
      show(caseId, undefined);
    },
    [hold, show],
  );
  const retry = useCallback((caseId: string) => void send(caseId), [send]);

  // Who leaves the page, or puts the phone away, has not taken it back.
  useEffect(() => {
    const flush = () => {
      for (const [caseId, { timer }] of acts.current) if (timer !== undefined) void send(caseId);
    };
    const look = () => document.visibilityState === "hidden" && flush();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      flush();
    };
  }, [send]);

  return { stateOf: (caseId) => states.get(caseId), begin, hold, undo, say, retry };
}
