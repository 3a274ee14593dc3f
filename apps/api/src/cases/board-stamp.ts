import { areaKinds, areaNumber, areaRange, areaDigits } from "@bandeng/domain";

/**
 * A stamp says how old an answer about cards may be: two equal stamps of the same areas, and nothing was committed in
 * between that could change a card there. It is read from `board_touch` (database/migrations/0037-board-touch.ts), and
 * *before* what it is to vouch for: what is committed between the two makes an answer newer than its stamp, never older.
 */

/** The row of `board_touch` that everybody's stamp counts: what changed may stand on any card anywhere. */
const EVERYWHERE = 0;

/**
 * Areas as the parameter of {@link STAMP_SQL}: text of an int8multirange of the areas themselves and, one by one, of those
 * above them (a community's limits stand on each of its grids' boards) and of {@link EVERYWHERE}.
 * @throws RangeError when a text is no area code: a stamp of nothing would vouch for everything.
 */
export function stampAreas(areas: readonly string[]): string {
  if (areas.length === 0) throw new RangeError("a stamp needs an area");
  const above = areas.flatMap((area) => areaKinds.map((kind) => area.slice(0, areaDigits[kind])).filter((wider) => wider.length < area.length));
  const single = [EVERYWHERE, ...new Set(above.map(areaNumber))].map((no) => `[${no},${no + 1})`);
  return `{${[...single, ...areas.map((area) => `[${areaRange(area).join(",")})`)].join(",")}}`;
}

/**
 * A scalar SQL expression: the stamp (text) of the areas in an int8multirange parameter such as `$3`, null for null. Needs no scope.
 * Each range is one stretch of the primary key: five short ones for a grid, a few hundred rows for a district.
 *
 * A sum is enough: each transaction adds to it, none takes away, and folding rows together keeps it. Snapshots see each
 * other's commits in one order, so that equal sums were counted over the same rows. The largest number of a transaction
 * would not do: a transaction that began earlier may commit later.
 */
export function STAMP_SQL(parameter: string): string {
  return `(case when ${parameter}::int8multirange is not null then (
    select coalesce(sum(t.touches), 0)::text from unnest(${parameter}::int8multirange) area
    cross join lateral (select touches from board_touch where area_no >= lower(area) and area_no < upper(area)) t) end)`;
}
