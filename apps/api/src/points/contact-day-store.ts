import { areaNumber, type ContactDay, type LocalDate, type PlannedAlready, type RecordedContactDay } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** A contact day as the domain knows it, of a row `x`. */
const day = `json_build_object('id', x.id, 'version', x.version, 'areaCode', x.area_code, 'date', x.date, 'movedFrom', x.moved_from, 'from', x.starts_at, 'to', x.ends_at,
  'place', json_build_object('words', x.place_words, 'compoundId', x.compound_id, 'buildingId', x.building_id), 'dutyOfficerId', x.duty_officer_id, 'reached', x.reached,
  'state', x.state, 'heldAt', x.held_at)`;

/** A contact day, locked until the transaction ends; null when there is none. */
export async function lockContactDay(client: Runner, id: string): Promise<ContactDay | null> {
  const rows = await run<{ day: ContactDay }>(client, `select ${day} as day from contact_day x where x.id::text = lower($1) for update of x`, [id]);
  return rows[0]?.day ?? null;
}

/** Lets one plan for an area go on at a time, until the transaction ends: each looks at what the others planned. */
export async function lockPlans(client: Runner, areaCode: string): Promise<void> {
  await run(client, "select pg_advisory_xact_lock($1::int8)", [areaNumber(areaCode)]);
}

/** All contact days of an area from a day on, whatever became of them. */
export async function contactDaysFrom(client: Runner, areaCode: string, from: LocalDate): Promise<PlannedAlready[]> {
  const rows = await run<{ day: ContactDay }>(client, `select ${day} as day from contact_day x where x.area_code = $1 and x.date >= $2::date order by x.date`, [areaCode, from]);
  return rows.map((row) => row.day);
}

/** Stores a contact day after a new event; a new one when it is its first. How many opinions it had is counted by the database. */
export async function storeContactDay(client: Runner, { day: d, events }: RecordedContactDay): Promise<void> {
  await run(
    client,
    `insert into contact_day (id, version, area_code, area_no, date, moved_from, starts_at, ends_at, place_words, compound_id, building_id, duty_officer_id, reached, state, held_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (id) do update set version = $2, duty_officer_id = $12, reached = $13, state = $14, held_at = $15`,
    [
      d.id, d.version, d.areaCode, areaNumber(d.areaCode), d.date, d.movedFrom, d.from, d.to, d.place.words, d.place.compoundId, d.place.buildingId, d.dutyOfficerId, d.reached, d.state, d.heldAt,
    ],
  );
  await append(client, "CONTACT_DAY", d.id, areaNumber(d.areaCode), events);
}
