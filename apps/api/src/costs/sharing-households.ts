import { affectedHouseholds, positionOf, type AffectedScope, type Case, type CostMethod, type SharingHousehold, type Viewer } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { withinReach } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { Fen } from "../http/fen.ts";
import { concernedBy } from "../meetings/concerned.ts";

@InputType({ description: "What one household bears of an amount that was agreed on." })
export class CustomShareInput {
  @Field(() => ID, { description: "The household." })
  householdId!: string;

  @Field(() => Fen, { description: "How much." })
  fen!: number;
}

/** Amounts as the domain takes them. */
export function customSharesOf(given: readonly CustomShareInput[] | null | undefined): readonly CustomShareInput[] | null {
  return given?.map(({ householdId, fen }) => ({ householdId: householdId.toLowerCase(), fen })) ?? null;
}

type Row = Record<string, unknown> & { readonly id: string; readonly kind: "HOME" | "SHOP"; readonly floor: number; readonly room: string; readonly address: string; readonly unit: number | null; readonly areaCm2: string | null };

/** Homes and shops by id, as sharing looks at them: those of the viewer's communities. */
async function householdsById(runner: Runner, viewer: Viewer, ids: readonly string[]): Promise<SharingHousehold[]> {
  const q = new Statement();
  const rows = await q.run<Row>(
    runner,
    `select h.id, h.kind, h.floor, h.room, b.address, u.no as unit, h.area_cm2 as "areaCm2" from household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id
     where h.id = any(${q.bind(ids, "uuid[]")}) and ${withinReach(q, viewer, "places", "b.area_no")}`,
  );
  return rows.map(({ address, unit, areaCm2, ...household }) => ({ position: positionOf(household, { address }, unit === null ? null : { number: unit }), areaCm2: areaCm2 === null ? null : Number(areaCm2) }));
}

/** All homes and shops of a compound. */
async function ofCompound(runner: Runner, viewer: Viewer, compoundId: string): Promise<string[]> {
  const q = new Statement();
  const rows = await q.run<{ id: string }>(runner, `select h.id from household h join building b on b.id = h.building_id where b.compound_id = ${q.bind(compoundId, "uuid")} and ${withinReach(q, viewer, "places", "b.area_no")}`);
  return rows.map(({ id }) => id);
}

/** Whom the place of a case tells: its unit, else its building, else its compound; of STACK those above each other. */
async function toldByPlace(runner: Runner, viewer: Viewer, c: Case, method: CostMethod): Promise<readonly string[]> {
  const { unitId, buildingId, compoundId } = c.place;
  if (unitId === null && buildingId === null) return compoundId === null ? [] : ofCompound(runner, viewer, compoundId);
  const scope: AffectedScope = method === "STACK" ? "STACK" : unitId === null ? "BUILDING" : "UNIT";
  const entry = { scope, rule: "WIDEST_AGREEMENT" as const, households: [] };
  const concerned = await concernedBy(runner, viewer, c, entry);
  return (concerned && affectedHouseholds({ ...entry, place: c.place, ...concerned }))?.map(({ householdId }) => householdId) ?? [];
}

/** Who is to share; null when somebody who was named is not known in the viewer's communities. */
export async function sharingHouseholds(runner: Runner, viewer: Viewer, c: Case, { method, ids }: { readonly method: CostMethod; readonly ids: readonly string[] | null }): Promise<readonly SharingHousehold[] | null> {
  if (ids?.some((id) => !isUuid(id))) return null;
  const wanted = [...new Set(ids?.map((id) => id.toLowerCase()) ?? (await toldByPlace(runner, viewer, c, method)))];
  const found = await householdsById(runner, viewer, wanted);
  return found.length === wanted.length ? found : null;
}
