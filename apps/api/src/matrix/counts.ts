import { boardColumn, boardColumns, inForce, isOpen, isOverdue, type Role } from "@bandeng/domain";
import type { WorldCase } from "./cases.ts";
import type { Model } from "./model.ts";
import { everybody, now, today } from "./people.ts";
import { communities, communityKeys, gridOf, type CommunityKey } from "./places.ts";
import { wipLimitOf, worldCases } from "./world.ts";

/** What is only counted: totals of columns and lists, lanes, leads, limits. Each is counted anew here, over what the model shows. */
const areas = `areas: ["340802", "340803"]`;
const laneNames = ["GRID", "KIND", "COMPOUND", "LEAD"] as const;
const grids = communityKeys.flatMap((key) => [1, 2].map((n) => ({ alias: `${key}${n}`, grid: gridOf(key, n) })));

export const countsDocument = `query {
  ${communityKeys.map((key) => `${key}: board(areas: ["${communities[key]}"], first: 1) { columns { column total overdue wipLimit cards { totalCount pageInfo { hasNextPage } } } }`).join(" ")}
  list: cases(${areas}, order: UPDATED, first: 1) { totalCount pageInfo { hasNextPage } }
  ${laneNames.map((by) => `${by}: boardLanes(${areas}, by: ${by}) { key total overdue }`).join(" ")}
  ${grids.map(({ alias, grid }) => `${alias}: workers(area: "${grid}", first: 100) { id leads }`).join(" ")}
}`;

type Keyed = Record<string, unknown>;

const laneKeys: Record<(typeof laneNames)[number], (c: WorldCase, whole: boolean) => string | null> = {
  GRID: (c) => c.now.gridCode,
  KIND: (c) => c.now.kind,
  COMPOUND: (c, whole) => (whole ? c.now.place.compoundId : null),
  LEAD: (c, whole) => (whole ? c.now.leadId : null),
};

const neverLeads: readonly Role[] = ["SYSTEM_ADMIN", "KEY", "RESIDENT"];

/** The answer to `countsDocument` as the model has it; lists in one order. */
export function expectedCounts(model: Model): Keyed {
  const seen = worldCases.filter((c) => model.case(c) !== "NONE");
  const whole = worldCases.filter((c) => model.case(c) === "WHOLE");
  const board = (key: CommunityKey): Keyed => {
    const code = communities[key];
    const inIt = seen.filter((c) => c.now.gridCode.startsWith(code));
    const columns = boardColumns.map((column) => {
      const own = inIt.filter((c) => boardColumn(c.now, now) === column);
      const limit = model.place(gridOf(key, 1)) && ["INTAKE", "BUILDING"].includes(column) ? wipLimitOf(code) : null;
      const overdue = column === "CLOSED" ? 0 : own.filter((c) => isOverdue(c.now, now)).length;
      return { column, total: own.length, overdue, wipLimit: limit, cards: { totalCount: own.length, pageInfo: { hasNextPage: own.length > 1 } } };
    });
    return { columns };
  };
  const lanes = (by: (typeof laneNames)[number]): Keyed[] => {
    const open = seen.filter((c) => isOpen(c.now.status)).map((c) => ({ c, key: laneKeys[by](c, model.case(c) === "WHOLE") }));
    return [...new Set(open.map(({ key }) => key))].map((key) => {
      const own = open.filter((one) => one.key === key);
      return { key, total: own.length, overdue: own.filter(({ c }) => isOverdue(c.now, now)).length };
    });
  };
  const workers = (grid: string): Keyed[] =>
    everybody
      .filter((p) => p.assignments.some((a) => grid.startsWith(a.area) && inForce(a, today) && !neverLeads.includes(a.role) && model.near(a.area)))
      .map(({ id }) => ({ id, leads: whole.filter((c) => c.now.leadId === id && isOpen(c.now.status)).length }));
  return {
    ...Object.fromEntries(communityKeys.map((key) => [key, board(key)])),
    list: { totalCount: seen.length, pageInfo: { hasNextPage: seen.length > 1 } },
    ...Object.fromEntries(laneNames.map((by) => [by, sorted(lanes(by))])),
    ...Object.fromEntries(grids.map(({ alias, grid }) => [alias, sorted(workers(grid))])),
  };
}

/** Lists in an order of their own, so that only members and numbers are compared. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
}

/** An answer to `countsDocument`, ready to be compared. */
export const givenCounts = (data: Keyed): Keyed => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, sorted(value)]));
