import type { Client } from "pg";
import { diceFor } from "../src/database/demo/seed.ts";

/** A place that requests ask about, with what decides how often. */
export interface Place {
  readonly area: string;
  readonly no: string;
  readonly cases: number;
  readonly open: number;
}

/** A case that writes work on: its version as it was last heard. */
export interface Candidate {
  readonly id: string;
  readonly community: string;
  readonly grid: string;
  readonly buildingId: string | null;
  version: number;
}

/** Where a page begins. */
export interface Stand {
  readonly no: string;
  readonly area: string;
  readonly at: string;
  readonly id: string;
  readonly column: number;
}

/** What the requests of a run are drawn from, read once from the database before anything is measured. */
export interface Deck {
  readonly grids: readonly Place[];
  readonly communities: readonly Place[];
  readonly district: Place;
  /** Grids with about the open cases of the middle grid of the smallest town: for growth at an equal open count. */
  readonly equal: readonly Place[];
  readonly details: readonly { readonly id: string; readonly community: string }[];
  readonly next: readonly Stand[];
  readonly pages: readonly Stand[];
  readonly lastPosition: number;
  /** At the community, where the clock brings them all in time: whoever writes sends them down first. */
  readonly candidates: readonly Candidate[];
}

/** Open cases of the middle grid at 10,000 cases: what is compared with the same number at a million. */
const equalOpen = 162;

export async function readDeck(client: Client): Promise<Deck> {
  const places = async (key: string, digits: number): Promise<Place[]> =>
    (await client.query<Place>(`select left(${key}::text, ${digits}) as area, ${key}::text as no, count(*)::int as cases, (count(*) filter (where board_column < 7))::int as open from cases group by ${key} order by ${key}`)).rows;
  const grids = await places("area_no", 15);
  const nearest = Math.min(...grids.map((g) => Math.abs(g.open - equalOpen)));
  const details = (await client.query("select id, left(grid_code, 12) as community from cases where kind <> 'DISPUTE' and board_column < 7 order by md5(id::text) limit 2000")).rows;
  const next = (
    await client.query(`select area_no::text as no, grid_code as area, board_column as "column", board_at::text as at, id from (
      select *, row_number() over (partition by area_no, board_column order by board_at, id) as place, count(*) over (partition by area_no, board_column) as size from cases where board_column < 7) c
      where place % 30 = 0 and size > 35 order by md5(id::text) limit 1000`)
  ).rows;
  const pages = (await client.query(`select community_no::text as no, left(grid_code, 12) as area, 0 as "column", updated_at::text as at, id from cases order by md5(id::text) limit 500`)).rows;
  const { rows: head } = await client.query("select position::int as position from feed_head");
  const candidates = (
    await client.query(`select id, left(grid_code, 12) as community, grid_code as grid, building_id as "buildingId", version from cases
      where board_column = 4 and level = 3 and kind <> 'DISPUTE' and status in (2, 3, 4) and (system_at is null or system_at > now()) order by md5(id::text) limit 300`)
  ).rows;
  const [district] = await places("district_no", 6);
  if (!district) throw new Error("there are no cases");
  return { grids, communities: await places("community_no", 12), district, equal: grids.filter((g) => Math.abs(g.open - equalOpen) <= Math.max(nearest, equalOpen / 20)), details, next, pages, lastPosition: head[0].position, candidates };
}

/** Draws things as often as their weights say, the same on every run. */
export function drawer<T>(seed: string, all: readonly T[], weight: (one: T) => number = () => 1): () => T {
  const dice = diceFor(`bench requests ${seed}`);
  const sums: number[] = [];
  let sum = 0;
  for (const one of all) sums.push((sum += weight(one)));
  return () => {
    const at = dice.between(1, sum);
    const found = all[sums.findIndex((upTo) => upTo >= at)];
    if (found === undefined) throw new Error(`there is nothing to draw for ${seed}`);
    return found;
  };
}
