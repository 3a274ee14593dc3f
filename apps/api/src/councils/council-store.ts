import { areaNumber, type Council, type RecordedCouncil } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** A council as the domain knows it, of a row `c`. */
const council = `json_build_object('id', c.id, 'version', c.version, 'areaCode', c.area_code, 'convenerId', c.convener_id, 'from', c.from_date, 'to', c.to_date, 'members', (
  select coalesce(json_agg(json_build_object('personId', m.person_id, 'category', m.category, 'from', m.from_date, 'to', m.to_date) order by m.from_date, m.person_id), '[]')
  from council_member m where m.council_id = c.id))`;

/** A council, locked until the transaction ends; null when there is none. */
export async function lockCouncil(client: Runner, id: string): Promise<Council | null> {
  const rows = await run<{ council: Council }>(client, `select ${council} as council from council c where c.id::text = lower($1) for update of c`, [id]);
  return rows[0]?.council ?? null;
}

/** Whether there is such an area. */
export async function areaExists(client: Runner, code: string): Promise<boolean> {
  return (await run(client, "select from area where code = $1", [code])).length > 0;
}

/** The terms of the other councils of an area. */
export function otherTerms(client: Runner, areaCode: string, than: string | null): Promise<Pick<Council, "from" | "to">[]> {
  return run<Pick<Council, "from" | "to">>(client, `select from_date as "from", to_date as "to" from council where area_code = $1 and id is distinct from $2::uuid`, [areaCode, than]);
}

const CONVENED = `select area_code as "areaCode", convener_id as "convenerId", from_date as "from", to_date as "to" from council`;

/** The statement that reads the councils somebody convenes; `person` is a placeholder or a column. */
export const councilsOf = (person: string): string => `${CONVENED} where convener_id = ${person} order by area_code, from_date`;

const CONVENED_BY_ONE = councilsOf("$1");

/** The councils somebody convenes, on whatever days. */
export function convenedBy(runner: Runner, personId: string): Promise<Pick<Council, "areaCode" | "convenerId" | "from" | "to">[]> {
  return run(runner, CONVENED_BY_ONE, [personId]);
}

/** The councils that any of these people convene. */
export function convenedByAny(runner: Runner, personIds: readonly string[]): Promise<Pick<Council, "areaCode" | "convenerId" | "from" | "to">[]> {
  return run(runner, `${CONVENED} where convener_id = any($1::uuid[])`, [personIds]);
}

/** Stores a council after new events, with its name; a new one when its first event is among them. */
export async function storeCouncil(client: Runner, { council: c, events }: RecordedCouncil, name: string | null): Promise<void> {
  await run(
    client,
    `insert into council (id, area_code, area_no, version, name, convener_id, from_date, to_date) values ($1, $2, $3, $4, coalesce($5, ''), $6, $7, $8)
     on conflict (id) do update set version = $4, name = coalesce($5, council.name), convener_id = $6, from_date = $7, to_date = $8`,
    [c.id, c.areaCode, areaNumber(c.areaCode), c.version, name, c.convenerId, c.from, c.to],
  );
  await run(client, "delete from council_member where council_id = $1", [c.id]);
  for (const { personId, category, from, to } of c.members) {
    await run(client, "insert into council_member (council_id, person_id, category, from_date, to_date) values ($1, $2, $3, $4, $5)", [c.id, personId, category, from, to]);
  }
  await append(client, "COUNCIL", c.id, areaNumber(c.areaCode), events);
}
