import type { CouncilEvent, CouncilEventBody } from "./council-events.ts";
import type { Council } from "./council.ts";
import type { Facts } from "../case/record.ts";

/**
 * The council after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that is not COUNCIL_SET
 */
export function evolveCouncil(council: Council | null, event: Pick<CouncilEvent, "councilId" | "seq"> & CouncilEventBody): Council {
  switch (event.type) {
    case "COUNCIL_SET":
      return { id: event.councilId, version: event.seq, ...event.payload };
    case "COUNCIL_ENDED":
      if (council === null) throw new TypeError("A council begins with COUNCIL_SET, not COUNCIL_ENDED");
      return { ...council, version: event.seq, to: event.payload.lastDay };
  }
}

/** A council after one more event, and the event as it goes into the log. */
export interface RecordedCouncil {
  readonly council: Council;
  readonly events: readonly CouncilEvent[];
}

/** Turns what was decided into an entry of the log, and evolves the council. */
export function recordCouncil(before: Council | null, councilId: string, body: CouncilEventBody, facts: Pick<Facts, "viewer" | "now">): RecordedCouncil {
  const event: CouncilEvent = { ...body, councilId, seq: (before?.version ?? 0) + 1, at: facts.now, recordedAt: facts.now, actorId: facts.viewer.personId };
  return { council: evolveCouncil(before, event), events: [event] };
}
