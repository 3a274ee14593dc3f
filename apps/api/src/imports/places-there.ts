import type { FieldValue, PlacesThere } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { phoneOf, type DataKeys } from "../personal/data-keys.ts";

interface CompoundRow {
  readonly id: string;
  readonly name: string;
  readonly grid: string;
  readonly buildYear: number | null;
  readonly isOld: boolean;
  readonly renovationBatch: string | null;
  readonly hasProperty: boolean;
  readonly propertyCompany: string | null;
}

/** What is not known is absent. */
const known = (values: Readonly<Record<string, FieldValue | null>>): Readonly<Record<string, FieldValue>> => Object.fromEntries(Object.entries(values).filter((entry): entry is [string, FieldValue] => entry[1] !== null));

/** What is compared with a table of people: those who are known with a door of the community, and their phones, opened. */
export async function peopleThere(runner: Runner, community: string, keys: DataKeys): Promise<NonNullable<PlacesThere["people"]>> {
  const rows = await run<{ id: string; name: string; door: string; phone: Buffer | null }>(
    runner,
    `select p.id, p.display_name as name, p.household_id as door, p.phone_enc as phone from person p join household h on h.id = p.household_id join building b on b.id = h.building_id
     where b.area_no between $1::int8 and $2::int8 and p.erased_at is null order by p.id`,
    [`${community}000`, `${community}999`],
  );
  return rows.map(({ id, name, door, phone }) => ({ id, name, householdId: door, values: phone === null ? {} : { phone: keys.open(phone, phoneOf(id)) } }));
}

/** Grids, compounds, buildings and doors of a community, as far as `runner` sees them. */
export async function placesThere(runner: Runner, community: string): Promise<PlacesThere> {
  const [from, to] = [`${community}000`, `${community}999`];
  const grids = await run<{ code: string; name: string }>(runner, "select code, name from area where parent_code = $1 and kind = 'GRID' order by code", [community]);
  const compounds = await run<{ c: CompoundRow }>(
    runner,
    `select row_to_json(x) as c from (select id, name, main_grid_code as grid, build_year as "buildYear", is_old as "isOld", renovation_batch as "renovationBatch", has_property as "hasProperty",
       property_company as "propertyCompany" from compound where area_no between $1::int8 and $2::int8 order by name, id) x`,
    [from, to],
  );
  const buildings = await run<{ b: PlacesThere["buildings"][number] }>(
    runner,
    `select row_to_json(x) as b from (select b.id, b.address, b.grid_code as grid, b.compound_id as "compoundId", b.floors,
       array(select u.no from unit u where u.building_id = b.id order by u.no) as units from building b where b.area_no between $1::int8 and $2::int8 order by b.address, b.id) x`,
    [from, to],
  );
  const households = await run<{ h: { id: string; buildingId: string; unit: number | null; room: string; floor: number; areaCm2: number | null; kind: string } }>(
    runner,
    `select row_to_json(x) as h from (select h.id, h.building_id as "buildingId", u.no as unit, h.room, h.floor, h.area_cm2 as "areaCm2", h.kind
       from household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id where b.area_no between $1::int8 and $2::int8) x`,
    [from, to],
  );
  return {
    grids,
    compounds: compounds.map(({ c: { id, name, grid, ...values } }) => ({ id, name, grid, values: known(values) })),
    buildings: buildings.map(({ b }) => b),
    households: households.map(({ h: { id, buildingId, unit, room, floor, areaCm2, kind } }) => ({ id, buildingId, unit, room, values: known({ floor, areaCm2, kind }) })),
  };
}
