import { areaNumber, peopleStreams, type EndedRole, type GivenRole, type HeldAssignment, type Instant, type PeopleEventBody } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** One number for "roles are changing": they change rarely, and each rule looks at several people's. */
const CHANGING_ROLES = 340_802_002;

/** Lets one change of roles go on at a time, until the transaction ends. */
export async function lockRoles(client: Runner): Promise<void> {
  await run(client, "select pg_advisory_xact_lock($1)", [CHANGING_ROLES]);
}

const assignment = `json_build_object('id', r.id, 'personId', r.person_id, 'role', r.role, 'area', r.area_code, 'buildingId', r.building_id,
  'departmentId', r.department_id, 'from', r.from_date, 'to', r.to_date, 'standsInFor', r.stands_in_for)`;

/** All assignments, past and future ones too, of a person or of an area, and those that stand in for them. */
export async function assignmentsOf(client: Runner, of: { readonly personId?: string; readonly area?: string; readonly id?: string }): Promise<HeldAssignment[]> {
  const rows = await run<{ a: HeldAssignment }>(
    client,
    `with own as (select id from role_assignment where person_id::text = $1 or area_code = $2 or id::text = $3)
     select ${assignment} as a from role_assignment r where r.id in (select id from own) or r.stands_in_for in (select id from own) order by r.from_date, r.id`,
    [of.personId ?? null, of.area ?? null, of.id ?? null],
  );
  return rows.map(({ a }) => a);
}

export interface PeopleRecord {
  readonly streamId: string;
  readonly areaNo: number;
  /** Null: the program itself. */
  readonly actorId: string | null;
  readonly now: Instant;
}

/** Stores what was decided about people: the rows as they are now, and the event that says so. */
export async function storePeople(client: Runner, body: PeopleEventBody, record: PeopleRecord): Promise<void> {
  await applied(client, body, record.streamId);
  const [last] = await run<{ seq: number }>(client, "select coalesce(max(seq), 0)::int as seq from event where stream_id = $1", [record.streamId]);
  const { now, actorId } = record;
  await append(client, peopleStreams[body.type], record.streamId, record.areaNo, [{ seq: (last?.seq ?? 0) + 1, type: body.type, payload: body.payload, at: now, recordedAt: now, actorId }]);
}

async function applied(client: Runner, body: PeopleEventBody, streamId: string): Promise<void> {
  switch (body.type) {
    case "ROLE_GRANTED":
      return give(client, body.payload.personId, [{ ...body.payload, standsInFor: null }]);
    case "STAND_IN_NAMED":
      return give(client, body.payload.standInId, body.payload.roles);
    case "ROLE_ENDED":
      return end(client, [...body.payload.standIns, body.payload]);
    case "LEAVE_ENDED":
      return end(client, body.payload.ended);
    case "COMMITTEE_SET":
      return setCommittee(client, streamId, body.payload);
    default:
      // Accounts live with the sign-in, erasure in personal/.
      return;
  }
}

async function give(client: Runner, personId: string, roles: readonly (GivenRole & { readonly standsInFor: string | null })[]): Promise<void> {
  for (const { assignmentId, role, area, buildingId, departmentId, from, to, standsInFor } of roles) {
    await run(
      client,
      `insert into role_assignment (id, person_id, role, area_code, area_no, building_id, department_id, from_date, to_date, stands_in_for)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [assignmentId, personId, role, area, areaNumber(area), buildingId, departmentId, from, to, standsInFor],
    );
  }
}

/** One that never was in force goes; the log keeps that it had been given. */
async function end(client: Runner, ended: readonly EndedRole[]): Promise<void> {
  for (const { assignmentId, lastDay } of ended) {
    if (lastDay === null) await run(client, "delete from role_assignment where id = $1", [assignmentId]);
    else await run(client, "update role_assignment set to_date = $2 where id = $1", [assignmentId, lastDay]);
  }
}

type CommitteeSet = Extract<PeopleEventBody, { type: "COMMITTEE_SET" }>["payload"];

async function setCommittee(client: Runner, id: string, { communityCode, termFrom, termTo, members }: CommitteeSet): Promise<void> {
  await run(
    client,
    `insert into committee (id, community_code, area_no, version, term_from, term_to) values ($1, $2, $3, 1, $4, $5)
     on conflict (id) do update set version = committee.version + 1, term_from = $4, term_to = $5`,
    [id, communityCode, areaNumber(communityCode), termFrom, termTo],
  );
  await run(client, "delete from committee_member where committee_id = $1", [id]);
  for (const { personId, post } of members) {
    await run(client, "insert into committee_member (committee_id, person_id, post) values ($1, $2, $3)", [id, personId, post]);
  }
}

/** The stream of a community's committee: that of the one there is, or a new one. */
export async function committeeId(client: Runner, communityCode: string): Promise<string> {
  const [row] = await run<{ id: string }>(client, "select id from committee where community_code = $1", [communityCode]);
  return row?.id ?? uuidv7();
}
