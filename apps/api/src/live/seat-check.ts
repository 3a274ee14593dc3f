import type { Viewer } from "@bandeng/domain";
import type { Pool } from "pg";
import type { Auth } from "../access/auth.ts";
import { systemScope } from "../access/scope.ts";
import { loadViewers } from "../access/viewer.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import type { Clock } from "../http/clock.ts";
import type { Keys } from "../keys/keys.ts";
import type { Seat } from "./seats.ts";

/** Sorted, so that the order of rows says nothing. */
const sorted = (parts: readonly unknown[]): string[] => parts.map((part) => JSON.stringify(part)).sort();

/** All that decides what somebody may see: another text is another scope. */
function scopeOf({ personId, assignments, convenes, key }: Viewer): string {
  return JSON.stringify([personId, sorted(assignments), sorted(convenes ?? []), key ?? null]);
}

/**
 * Ends the streams of those who may no longer have them: the session or key has ended, the account is disabled, or its person
 * sees something else now. A session lives no longer for being looked at.
 */
export async function endSeatsLost(seats: readonly Seat[], { pool, auth, keys, clock }: { readonly pool: Pool; readonly auth: Auth; readonly keys: Keys; readonly clock: Clock }): Promise<void> {
  const system = new ScopedDatabase(pool, systemScope);
  const [bySession, byKey] = [seats.filter(({ context }) => context.viewer.key === undefined), seats.filter(({ context }) => context.viewer.key !== undefined)];
  const unique = (ids: string[]): string[] => [...new Set(ids)];
  const [stages, people, ofKeys] = await Promise.all([
    auth.stagesOf(unique(bySession.map(({ context }) => context.sessionId))),
    bySession.length === 0 ? [] : loadViewers(system, unique(bySession.map(({ context }) => context.viewer.personId)), clock),
    Promise.all(unique(byKey.map(({ context }) => context.viewer.personId)).map((id) => keys.viewerOf(id, clock))),
  ]);
  const scopes = new Map([...people, ...ofKeys.flatMap((key) => key ?? [])].map((viewer) => [viewer.personId, scopeOf(viewer)]));
  for (const seat of seats) {
    const { viewer, sessionId } = seat.context;
    const lives = viewer.key !== undefined || stages.get(sessionId) === "FULL";
    if (!lives || scopes.get(viewer.personId) !== scopeOf(viewer)) seat.end();
  }
}
