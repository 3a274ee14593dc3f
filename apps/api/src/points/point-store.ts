import { areaNumber, type CollectionPoint, type RecordedPoint } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** A point as the domain knows it, of a row `x`. */
const point = `json_build_object('id', x.id, 'version', x.version, 'code', x.code, 'areaCode', x.area_code, 'name', x.name, 'kind', x.kind,
  'place', json_build_object('words', x.place_words, 'compoundId', x.compound_id, 'buildingId', x.building_id), 'keeperId', x.keeper_id, 'office', x.office,
  'officePhone', x.office_phone, 'hours', x.hours, 'hoursWords', x.hours_words, 'activeFrom', x.active_from, 'closedOn', x.closed_on)`;

/** A point, locked until the transaction ends; null when there is none. */
export async function lockPoint(client: Runner, id: string): Promise<CollectionPoint | null> {
  const rows = await run<{ point: CollectionPoint }>(client, `select ${point} as point from collection_point x where x.id::text = lower($1) for update of x`, [id]);
  return rows[0]?.point ?? null;
}

/** Stores a point after a new event; a new one when it is its first. */
export async function storePoint(client: Runner, { point: p, events }: RecordedPoint): Promise<void> {
  await run(
    client,
    `insert into collection_point (id, version, code, area_code, area_no, name, kind, place_words, compound_id, building_id, keeper_id, office, office_phone, hours, hours_words, active_from, closed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set version = $2, name = $6, kind = $7, place_words = $8, compound_id = $9, building_id = $10, keeper_id = $11, office = $12, office_phone = $13, hours = $14,
       hours_words = $15, active_from = $16, closed_on = $17`,
    [
      p.id, p.version, p.code, p.areaCode, areaNumber(p.areaCode), p.name, p.kind, p.place.words, p.place.compoundId, p.place.buildingId, p.keeperId, p.office, p.officePhone,
      JSON.stringify(p.hours), p.hoursWords, p.activeFrom, p.closedOn,
    ],
  );
  await append(client, "POINT", p.id, areaNumber(p.areaCode), events);
}

/** Whether a code is still nobody's. */
export async function isFreeCode(client: Runner, code: string): Promise<boolean> {
  return (await run(client, "select from collection_point where code = $1", [code])).length === 0;
}
