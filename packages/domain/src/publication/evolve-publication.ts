import type { PublicComment, Publication } from "./publication.ts";
import type { PublicationEvent, PublicationEventBody } from "./publication-events.ts";
import { inTime, type Facts } from "../case/record.ts";
import type { Refusal } from "../refusal.ts";

function comment(p: Publication, id: string, change: Partial<PublicComment>): Partial<Publication> {
  return { comments: p.comments.map((c) => (c.id === id ? { ...c, ...change } : c)) };
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(p: Publication, event: PublicationEvent): Partial<Publication> {
  const { at } = event;
  switch (event.type) {
    case "PUBLICATION_DRAFTED":
      return {
        id: event.publicationId, ...event.payload, draftedBy: event.actorId ?? "", state: "DRAFT", publishedAt: null, until: null, takenDownAt: null, comments: [],
      };
    case "PUBLICATION_AMENDED":
      return event.payload;
    case "PUBLICATION_PUBLISHED":
      return { state: "PUBLISHED", publishedAt: at, until: event.payload.until };
    case "PUBLICATION_TAKEN_DOWN":
      return { state: "TAKEN_DOWN", takenDownAt: at };
    case "COMMENT_LEFT":
      return { comments: [...p.comments, { id: event.payload.commentId, kind: event.payload.kind, at, state: "PENDING", answeredAt: null }] };
    case "COMMENT_SHOWN":
      return comment(p, event.payload.commentId, { state: "SHOWN" });
    case "COMMENT_HIDDEN":
      return comment(p, event.payload.commentId, { state: "HIDDEN" });
    case "COMMENT_ANSWERED":
      return comment(p, event.payload.commentId, { answeredAt: at });
  }
}

/**
 * The publication after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that is not PUBLICATION_DRAFTED
 */
export function evolvePublication(p: Publication | null, event: PublicationEvent): Publication {
  if (p === null && event.type !== "PUBLICATION_DRAFTED") throw new TypeError(`A publication begins with PUBLICATION_DRAFTED, not ${event.type}`);
  return { ...(p as Publication), ...change(p as Publication, event), version: event.seq };
}

/** What a verb on a publication decides: facts to record, in order, or a refusal. */
export type PublicationDecision = readonly PublicationEventBody[] | Refusal;

/** A publication after new events, and the events as they go into the log. */
export interface RecordedPublication {
  readonly publication: Publication;
  readonly events: readonly PublicationEvent[];
}

/**
 * Turns decided facts into log entries and evolves the publication. `viewer` is null where a resident acts.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordPublication(before: Publication | null, id: string, bodies: readonly PublicationEventBody[], facts: Pick<Facts, "now"> & { readonly viewer: Facts["viewer"] | null }): RecordedPublication {
  const events: PublicationEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const event: PublicationEvent = { ...body, ...inTime(body.at, facts.now), publicationId: id, seq: (current?.version ?? 0) + 1, recordedAt: facts.now, actorId: facts.viewer?.personId ?? null };
    current = evolvePublication(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { publication: current, events };
}
