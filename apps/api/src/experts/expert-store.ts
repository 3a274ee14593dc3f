import { areaNumber, areaRange, type Expert, type ExpertEvent, type ExpertTie } from "@bandeng/domain";
import { instantOfColumn } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

const expert = `json_build_object('id', e.id, 'version', e.version, 'personId', e.person_id, 'area', e.area_code, 'org', e.org, 'skills', e.skills, 'available', e.available,
  'confirmedAt', e.confirmed_at, 'withdrawnAt', e.withdrawn_at)`;

const given = (row: Expert): Expert => ({ ...row, confirmedAt: instantOfColumn(row.confirmedAt), withdrawnAt: row.withdrawnAt && instantOfColumn(row.withdrawnAt) });

/** An entry of the pool, locked until the transaction ends; null when there is none. */
export async function lockExpert(client: Runner, id: string): Promise<Expert | null> {
  const [row] = await run<{ expert: Expert }>(client, `select ${expert} as expert from expert e where e.id::text = lower($1) for update of e`, [id]);
  return row ? given(row.expert) : null;
}

/** Whether somebody stands in the pool of this area, of one around it, or of one in it. */
export async function isInPool(client: Runner, personId: string, area: string): Promise<boolean> {
  const rows = await run(client, "select 1 from expert where person_id = $1 and withdrawn_at is null and (starts_with(area_code, $2) or starts_with($2, area_code))", [personId, area]);
  return rows.length > 0;
}

/** The row of an entry. */
export function expertColumns(e: Expert) {
  const [area_no, area_end] = areaRange(e.area);
  return {
    id: e.id, version: e.version, person_id: e.personId, area_code: e.area, area_no, area_end, org: e.org, skills: e.skills, available: e.available,
    confirmed_at: e.confirmedAt, withdrawn_at: e.withdrawnAt,
  };
}

/** Stores an entry after its next event, and whom he is tied to where that is said anew (null: as it was). */
export async function storeExpert(client: Runner, e: Expert, event: ExpertEvent, ties: readonly ExpertTie[] | null): Promise<void> {
  const row = expertColumns(e);
  await run(
    client,
    `insert into expert (id, version, person_id, area_code, area_no, area_end, org, skills, available, confirmed_at, withdrawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (id) do update set version = $2, org = $7, skills = $8, available = $9, confirmed_at = $10, withdrawn_at = $11`,
    [row.id, row.version, row.person_id, row.area_code, row.area_no, row.area_end, row.org, row.skills, row.available, row.confirmed_at, row.withdrawn_at],
  );
  if (ties) {
    await run(client, "delete from expert_tie where expert_id = $1", [e.id]);
    for (const { personId, kind } of ties) await run(client, "insert into expert_tie (expert_id, person_id, kind) values ($1, $2, $3) on conflict do nothing", [e.id, personId, kind]);
  }
  await append(client, "EXPERT", e.id, areaNumber(e.area), [event]);
}
