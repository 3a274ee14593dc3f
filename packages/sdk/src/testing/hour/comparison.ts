import type { Copy, Follower } from "./follower.ts";
import type { SharedDatabase } from "./shared-database.ts";
import { until } from "./until.ts";
import type { Client } from "../../client.ts";

/** How one follower's copy compares with the server. */
export interface FollowerEnd {
  readonly cases: number;
  /** Cases that it has and the server has not, or the other way round, or that stand differently. */
  readonly differing: number;
  readonly positions: number;
  /** Changes that the key sees now and that it was never told. */
  readonly missed: number;
  readonly repeated: number;
  /** How often it was begun. */
  readonly runs: number;
}

/** What the server says at the end, to whoever has the followers' key. */
export interface ServerEnd {
  readonly head: number;
  readonly cases: ReadonlyMap<string, string>;
  readonly positions: readonly (readonly [position: number, subject: string])[];
}

/** What the server says when nothing has happened while it was read, and everybody has come as far. */
export async function settle({ client, database, followers, area }: { client: Client; database: SharedDatabase; followers: readonly Follower[]; area: string }): Promise<ServerEnd> {
  for (;;) {
    await until(async () => (await client.feed()).waiting === 0, () => "the feed");
    const { head } = await client.feed();
    await until(() => followers.every((each) => (each.copy()?.upTo ?? 0) >= head), () => laggards(followers, head));
    const cases = new Map<string, string>();
    for await (const { id, version, status, level } of client.cases({ areas: [area], order: "UPDATED" })) cases.set(id, `${version} ${status} ${level}`);
    const positions: [number, string][] = [];
    for await (const { position, subject } of client.follow({ after: 0, areas: [area], untilHead: true })) positions.push([position, subject]);
    // A deadline of the demo may pass at any moment: then once more.
    const [now] = await database.ask<{ last: number }>("select count(*)::int as last from event");
    if (now?.last === head && followers.every((each) => each.copy()?.upTo === head)) return { head, cases, positions };
  }
}

/** One follower's copy beside the server. */
export function compare(follower: Follower, { cases, positions }: ServerEnd, first: number): FollowerEnd {
  const copy = follower.copy() as Copy;
  const ids = new Set([...copy.cases.keys(), ...cases.keys()]);
  const seen = new Set(copy.positions);
  return {
    cases: copy.cases.size,
    differing: [...ids].filter((id) => copy.cases.get(id) !== cases.get(id)).length,
    positions: copy.positions.length,
    missed: positions.filter(([position]) => position > first && !seen.has(position)).length,
    repeated: copy.positions.length - seen.size,
    runs: follower.runs(),
  };
}

/** Who has not come so far, and what they said last. */
export function laggards(followers: readonly Follower[], head: number): string {
  return followers.filter((each) => (each.copy()?.upTo ?? -1) < head).map((each) => `${each.name} at ${each.copy()?.upTo} of ${head}: ${each.said()}`).join("\n");
}
