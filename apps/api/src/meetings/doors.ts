import { maskRoom, type ConcernedHousehold, type Viewer } from "@bandeng/domain";
import DataLoader from "dataloader";
import type { DoorType } from "./meeting-type.ts";
import { withinReach } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

const columns = `h.id, h.floor, h.room, h.kind = 'SHOP' as shop, u.no as "unitNo", b.address as building, b.grid_code as grid`;
const joins = `household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id`;

type Row = DoorType & { readonly grid: string };

/** Doors as the viewer may see them: the room for whoever works in the community, hidden for those above it. */
function doorLoader(ctx: Context): DataLoader<string, DoorType | null> {
  return new DataLoader(async (ids) => {
    const q = new Statement();
    const rows = await q.run<Row & Record<string, unknown>>(ctx.db, `select ${columns} from ${joins} where h.id = any(${q.bind(ids, "uuid[]")}) and ${withinReach(q, ctx.viewer, "places", "b.area_no")}`);
    const near = (grid: string): boolean => ctx.viewer.assignments.some(({ area }) => area.length >= 12 && grid.startsWith(area.slice(0, 12)));
    const byId = new Map(rows.map(({ grid, ...door }) => [door.id, { ...door, room: near(grid) ? door.room : maskRoom(door.room) }]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** A household by its door; null for nobody's, and for one outside the viewer's communities. */
export async function doorOf(ctx: Context, id: string | null): Promise<DoorType | null> {
  return id === null ? null : requestLoader(ctx, "doors", () => doorLoader(ctx)).load(id);
}

/** How a door is called in a sentence: 锡麟街25号 3-302. */
export function doorWords({ building, unitNo, room }: Pick<DoorType, "building" | "unitNo" | "room">): string {
  return `${building} ${unitNo === null ? "" : `${unitNo}-`}${room}`;
}

/** Names of doors for the sentences of a verb. */
export async function doorNames(client: Runner, ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await run<Row & Record<string, unknown>>(client, `select ${columns} from ${joins} where h.id = any($1::uuid[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, doorWords(row)]));
  return (id) => byId.get(id) ?? "";
}

/** Where households are looked for. */
interface HouseholdsOf {
  readonly unitId: string | null;
  readonly buildingId: string | null;
  readonly compoundId: string | null;
  readonly ids: readonly string[];
}

/** Households of a unit, a building or a compound, and some by id, within the viewer's communities: what a list of those concerned is made from. In the order of doors. */
export async function householdsIn(runner: Runner, viewer: Viewer, { unitId, buildingId, compoundId, ids }: HouseholdsOf): Promise<ConcernedHousehold[]> {
  const q = new Statement();
  const wanted = `h.unit_id = ${q.bind(unitId, "uuid")} or h.building_id = ${q.bind(buildingId, "uuid")} or b.compound_id = ${q.bind(compoundId, "uuid")} or h.id = any(${q.bind(ids, "uuid[]")})`;
  const rows = await q.run<{ h: ConcernedHousehold }>(
    runner,
    `select json_build_object('id', h.id, 'kind', h.kind, 'buildingId', h.building_id, 'unitId', h.unit_id, 'floor', h.floor, 'room', h.room, 'areaCm2', h.area_cm2, 'compoundId', b.compound_id) as h
     from ${joins} where (${wanted}) and ${withinReach(q, viewer, "places", "b.area_no")} order by h.kind = 'SHOP', b.address, u.no nulls first, h.floor, h.room, h.id`,
  );
  return rows.map(({ h }) => h);
}
