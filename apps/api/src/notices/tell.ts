import { areaNumber, isLeftOut, localDateOf, topicOf, type Notice, type NoticeKind } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { systemScope } from "../access/scope.ts";
import { run, type Runner } from "../database/statement.ts";

/** One notice for one person. */
interface Told {
  readonly personId: string;
  readonly notice: Notice;
}

/**
 * Tells people, in the transaction of what they are told of: whoever is named, and whoever holds the named roles that day.
 * Never whoever did it, nobody twice under one key, however often it is called. What goes outside as well is put into the
 * outbox with it. Telling is the program's own work and runs under its scope; the scope it was called in stands again
 * afterwards. Somebody without any work here (a resident who is invited) is told otherwise: there is no inbox for him.
 *
 * @param client holds the transaction
 */
export async function tell(client: Runner, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  // Read before it is set: a select list is evaluated from left to right.
  const [before] = await run<{ scope: string }>(client, "select current_setting('app.viewer', true) as scope, set_config('app.viewer', $1, true)", [systemScope]);
  const told = await toWhom(client, notices);
  if (told.length > 0) await sendOutside(client, await store(client, told));
  await setScope(client, before?.scope ?? "");
}

/** For the rest of the transaction. */
async function setScope(client: Runner, scope: string): Promise<void> {
  await run(client, "select set_config('app.viewer', $1, true)", [scope]);
}

async function toWhom(client: Runner, notices: readonly Notice[]): Promise<Told[]> {
  const held = await holders(client, notices);
  const all = notices.flatMap((notice, n): Told[] => {
    const ids = "personId" in notice.to ? [notice.to.personId] : held.filter((one) => one.n === n).map(({ personId }) => personId);
    return ids.filter((id) => !isLeftOut(notice, id)).map((personId) => ({ personId, notice }));
  });
  return [...new Map(all.map((one) => [`${one.personId} ${one.notice.key}`, one])).values()];
}

/** Whoever holds one of the roles that day in an area that covers the notice's; by the notice's place in the list. */
async function holders(client: Runner, notices: readonly Notice[]): Promise<{ n: number; personId: string }[]> {
  const wanted = notices.flatMap(({ to, areaCode, at }, n) =>
    "personId" in to ? [] : [{ n, roles: to.roles, area_code: areaCode, building_id: to.buildingId ?? null, department_id: to.departmentId ?? null, day: localDateOf(at) }],
  );
  if (wanted.length === 0) return [];
  return run(
    client,
    `select distinct w.n, r.person_id as "personId"
     from jsonb_to_recordset($1::jsonb) as w(n int, roles jsonb, area_code text, building_id uuid, department_id uuid, day date)
     join role_assignment r on w.roles ? r.role and starts_with(w.area_code, r.area_code) and r.from_date <= w.day and (r.to_date is null or r.to_date >= w.day)
       and (w.building_id is null or r.building_id = w.building_id) and (w.department_id is null or r.department_id = w.department_id)`,
    [JSON.stringify(wanted)],
  );
}

/** @returns what was new */
async function store(client: Runner, told: readonly Told[]): Promise<{ id: string; personId: string; kind: NoticeKind }[]> {
  const rows = told.map(({ personId, notice: { kind, key, subject, caseId, areaCode, urgent, moment, by, at } }) => ({
    id: uuidv7(), person_id: personId, key, kind, subject_kind: subject.kind, subject_id: subject.id, case_id: caseId, area_no: areaNumber(areaCode), urgent, moment, by_id: by, at,
  }));
  return run(
    client,
    `insert into notice (id, person_id, key, kind, subject_kind, subject_id, case_id, area_no, urgent, moment, by_id, at)
     select id, person_id, key, kind, subject_kind, subject_id, case_id, area_no, urgent, moment, by_id, at
     from jsonb_to_recordset($1::jsonb) as n(id uuid, person_id uuid, key text, kind text, subject_kind text, subject_id uuid, case_id uuid, area_no int8, urgent boolean, moment timestamptz, by_id uuid, at timestamptz)
     where exists (select from role_assignment r where r.person_id = n.person_id and r.role not in ('RESIDENT', 'KEY')) on conflict do nothing returning id, person_id as "personId", kind`,
    [JSON.stringify(rows)],
  );
}

/** Into the outbox, where the community has a messenger and the person wants to hear of the topic there. */
async function sendOutside(client: Runner, stored: readonly { readonly id: string; readonly personId: string; readonly kind: NoticeKind }[]): Promise<void> {
  if (stored.length === 0) return;
  const rows = stored.map(({ id, kind }) => ({ id: uuidv7(), notice_id: id, topic: topicOf(kind) }));
  await run(
    client,
    `insert into delivery (id, channel, endpoint, subject_id, area_no, created_at, next_at)
     select d.id, 'MESSENGER', m.community_code, n.id, m.area_no, n.at, n.at
     from jsonb_to_recordset($1::jsonb) as d(id uuid, notice_id uuid, topic text) join notice n on n.id = d.notice_id
     join messenger m on m.area_no = n.area_no - n.area_no % 1000 left join notice_preference p on p.person_id = n.person_id
     where p.person_id is null or d.topic = any(p.outside)`,
    [JSON.stringify(rows)],
  );
}
