import { areaNumber, maskName, type ImportKind, type ImportPlan, type Instant, type PlannedRow } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";
import { phoneOf, type DataKeys } from "../personal/data-keys.ts";
import { typed } from "../places/pinyin.ts";

interface Storing {
  readonly client: Runner;
  readonly community: string;
  readonly now: Instant;
  readonly actorId: string;
  readonly dataKeys: DataKeys;
}

/** Carries a plan out, in the transaction it was made in: rows, and an event for each compound and building that is new or different. */
export async function storePlaces(storing: Storing, kind: Exclude<ImportKind, "CASES">, { created, changed }: ImportPlan): Promise<void> {
  const rows = [...created, ...changed].map((row) => ({ ...row, key: row.id ?? uuidv7() }));
  if (rows.length > 0) await stores[kind](storing, rows);
}

type Keyed = PlannedRow & { readonly key: string };

const stores: Record<Exclude<ImportKind, "CASES">, (storing: Storing, rows: readonly Keyed[]) => Promise<void>> = {
  async COMPOUNDS(storing, rows) {
    const columns = rows.map(({ key, grid, values }) => ({ ...values, id: key, grid, area_no: areaNumber(grid ?? ""), ...typed(String(values["name"])) }));
    await run(
      storing.client,
      `insert into compound (id, community_code, main_grid_code, area_no, name, pinyin, initials, build_year, is_old, renovation_batch, has_property, property_company)
       select id, $2, grid, area_no, name, pinyin, initials, "buildYear", "isOld", "renovationBatch", "hasProperty", "propertyCompany" from jsonb_to_recordset($1::jsonb) as x(id uuid, grid text, area_no int8, name text,
         pinyin text, initials text, "buildYear" int2, "isOld" boolean, "renovationBatch" text, "hasProperty" boolean, "propertyCompany" text)
       on conflict (id) do update set build_year = excluded.build_year, is_old = excluded.is_old, renovation_batch = excluded.renovation_batch, has_property = excluded.has_property, property_company = excluded.property_company`,
      [JSON.stringify(columns), storing.community],
    );
    await log(storing, "COMPOUND", rows.map(({ key, id, grid, values }) => ({ streamId: key, grid: grid ?? "", isNew: id === null, payload: { gridCode: grid, ...values, grid: undefined } })));
  },

  async BUILDINGS(storing, rows) {
    const columns = rows.map(({ key, grid, compoundId, values }) => ({ id: key, grid, area_no: areaNumber(grid ?? ""), compound_id: compoundId, address: values["address"], floors: values["floors"], ...typed(String(values["address"])) }));
    await run(
      storing.client,
      `insert into building (id, compound_id, grid_code, area_no, address, pinyin, initials, floors)
       select id, compound_id, grid, area_no, address, pinyin, initials, floors from jsonb_to_recordset($1::jsonb) as x(id uuid, compound_id uuid, grid text, area_no int8, address text, pinyin text, initials text, floors int2)
       on conflict (id) do update set compound_id = excluded.compound_id, floors = excluded.floors`,
      [JSON.stringify(columns)],
    );
    await storeUnits(storing.client, rows.flatMap(({ key, newUnits }) => newUnits.map((no) => ({ buildingId: key, no }))));
    await log(storing, "BUILDING", rows.map(({ key, id, grid, compoundId, values, newUnits }) => ({ streamId: key, grid: grid ?? "", isNew: id === null, payload: { gridCode: grid, compoundId, address: values["address"], floors: values["floors"], newUnits } })));
  },

  async HOUSEHOLDS(storing, rows) {
    const units = new Map(rows.flatMap(({ buildingId, newUnits }) => newUnits.map((no) => [`${buildingId} ${no}`, { buildingId: buildingId ?? "", no }] as const)));
    await storeUnits(storing.client, [...units.values()]);
    const columns = rows.map(({ key, buildingId, values }) => ({ ...values, id: key, building_id: buildingId }));
    await run(
      storing.client,
      `insert into household (id, building_id, unit_id, floor, room, area_cm2, kind)
       select x.id, x.building_id, u.id, x.floor, x.room, x."areaCm2", x.kind from jsonb_to_recordset($1::jsonb) as x(id uuid, building_id uuid, unit int2, floor int2, room text, "areaCm2" int8, kind text)
         left join unit u on u.building_id = x.building_id and u.no = x.unit
       on conflict (id) do update set floor = excluded.floor, area_cm2 = excluded.area_cm2, kind = excluded.kind`,
      [JSON.stringify(columns)],
    );
    // Whose door is whose is nothing the log tells: only that doors of the building came or changed, and how many.
    const counts = new Map<string, { created: number; changed: number }>();
    for (const { buildingId, id } of rows) {
      const count = counts.get(buildingId ?? "") ?? { created: 0, changed: 0 };
      counts.set(buildingId ?? "", id === null ? { ...count, created: count.created + 1 } : { ...count, changed: count.changed + 1 });
    }
    const grids = await run<{ id: string; grid: string }>(storing.client, "select id, grid_code as grid from building where id = any($1::uuid[]) order by id", [[...counts.keys()]]);
    await log(storing, "BUILDING", grids.map(({ id, grid }) => ({ streamId: id, grid, isNew: false, payload: { households: counts.get(id) } })));
  },

  /** Names, doors, and phones sealed for the row they stand in. The log tells nothing of it: who lives where is no fact of a place. */
  async PEOPLE({ client, dataKeys }, rows) {
    const columns = rows.map(({ key, householdId, values }) => {
      const name = String(values["name"]);
      const phone = values["phone"] === undefined ? null : `\\x${dataKeys.seal(String(values["phone"]), phoneOf(key)).toString("hex")}`;
      return { id: key, name, mask: maskName(name), phone, door: householdId };
    });
    await run(
      client,
      `insert into person (id, display_name, surname_mask, phone_enc, household_id, area_no)
       select x.id, x.name, x.mask, x.phone, x.door, b.area_no from jsonb_to_recordset($1::jsonb) as x(id uuid, name text, mask text, phone bytea, door uuid)
         join household h on h.id = x.door join building b on b.id = h.building_id
       on conflict (id) do update set phone_enc = excluded.phone_enc`,
      [JSON.stringify(columns)],
    );
  },
};

async function storeUnits(client: Runner, units: readonly { readonly buildingId: string; readonly no: number }[]): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((unit) => ({ ...unit, id: uuidv7() }));
  await run(client, `insert into unit (id, building_id, no) select id, "buildingId", no from jsonb_to_recordset($1::jsonb) as x(id uuid, "buildingId" uuid, no int2)`, [JSON.stringify(rows)]);
}

interface Told {
  readonly streamId: string;
  readonly grid: string;
  readonly isNew: boolean;
  readonly payload: object;
}

/** IMPORTED for what is new, CHANGED for the rest: so that whoever follows changes hears of places. */
async function log({ client, now, actorId }: Storing, streamKind: "COMPOUND" | "BUILDING", told: readonly Told[]): Promise<void> {
  const last = await run<{ id: string; seq: number }>(client, "select stream_id as id, max(seq)::int as seq from event where stream_kind = $1 and stream_id = any($2::uuid[]) group by stream_id", [streamKind, told.map(({ streamId }) => streamId)]);
  const seqs = new Map(last.map(({ id, seq }) => [id, seq]));
  for (const { streamId, grid, isNew, payload } of told) {
    const event = { seq: (seqs.get(streamId) ?? 0) + 1, type: isNew ? "IMPORTED" : "CHANGED", payload, at: now, recordedAt: now, actorId };
    await append(client, streamKind, streamId, areaNumber(grid), [event]);
  }
}
