import { readFile, rename, writeFile } from "node:fs/promises";

/** What is kept of a case: whether it changed, and where it stands. */
export interface Seen {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly level: string;
}

/** The copy and the position it is true for, in one file. */
interface Kept {
  upTo: number;
  cases: Record<string, string>;
  /** Of all changes that were met since the copy was begun. */
  positions: number[];
}

/** Sends a document and answers with its data; rejects when there is none. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

const [, , file = "mirror.json"] = process.argv;
const areas = (process.env["BANDENG_AREAS"] ?? "").split(" ");
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const HEAD = "{ feed { head } }";
const CASES = "query ($areas: [ID!]!, $after: String) { cases(areas: $areas, order: UPDATED, first: 100, after: $after) { nodes { id version status level } pageInfo { hasNextPage endCursor } } }";
const CHANGES = "query ($areas: [ID!], $after: FeedPosition) { changes(areas: $areas, after: $after, first: 50) { after upTo head changes { position subject id } } }";
const CASE = "query ($id: ID) { case(id: $id) { id version status level } }";

interface CasePage {
  cases: { nodes: Seen[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
interface ChangePage {
  changes: { after: number; upTo: number; head: number; changes: { position: number; subject: string; id: string }[] };
}

/** How a case stands, in one word. */
export const standing = ({ version, status, level }: Seen): string => `${version} ${status} ${level}`;

/** Written beside and put in place: whoever is killed leaves the file before or the file after. */
export async function keep(kept: Kept): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(kept));
  await rename(`${file}.new`, file);
}

/** What was kept when we were ended; null the first time. */
export const keptBefore = (): Promise<Kept | null> => readFile(file, "utf8").then((text) => JSON.parse(text) as Kept, () => null);

/**
 * Keeps a copy of the cases of some areas for as long as it is let: everything once, then whatever changes. Written as
 * somebody writes it who has read the docs and has a GraphQL client: each way to reach the server is tried in turn.
 */
export async function keepMirror(ways: readonly Ask[]): Promise<void> {
  let way = 0;
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    for (;;) {
      try {
        return (await ways[way % ways.length]?.(query, variables)) as Data;
      } catch (error) {
        // An answer that refuses for good would come for ever: whoever looks after us reads why.
        process.stderr.write(`${String(error).slice(0, 200)}\n`);
        way += 1;
        await pause(200);
      }
    }
  };

  let kept = await keptBefore();
  if (kept === null) {
    kept = { upTo: (await ask<{ feed: { head: number } }>(HEAD)).feed.head, cases: {}, positions: [] };
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: CasePage["cases"] = (await ask<CasePage>(CASES, { areas, after })).cases;
      for (const each of nodes) kept.cases[each.id] = standing(each);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    await keep(kept);
  }
  for (;;) {
    const { after, upTo, head, changes } = (await ask<ChangePage>(CHANGES, { areas, after: kept.upTo })).changes;
    if (after !== kept.upTo || upTo < after || head < upTo) throw new Error(`the pages do not join: ${kept.upTo}, ${after}, ${upTo}, ${head}`);
    for (const id of new Set(changes.filter(({ subject }) => subject === "CASE").map((change) => change.id))) {
      const now = (await ask<{ case: Seen | null }>(CASE, { id })).case;
      if (now === null) delete kept.cases[id];
      else kept.cases[id] = standing(now);
    }
    kept.positions.push(...changes.map(({ position }) => position));
    kept.upTo = upTo;
    if (upTo > after) await keep(kept);
    if (upTo === head) await pause(400);
  }
}

/** Where the installation answers: its instances, the first one first. */
export const addresses = (process.env["BANDENG_URLS"] ?? "").split(" ").map((base) => `${base}/graphql`);
export const headers = { authorization: `Bearer ${process.env["BANDENG_KEY"] ?? ""}` };
