import { areaNumber, progressOf, type RecordedProject, type SecretaryProject } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** The next number of a community and year, such as 2024-02. */
export async function nextProjectNo(client: Runner, communityCode: string, year: number): Promise<string> {
  const [row] = await run<{ last: number }>(
    client,
    `insert into project_number (community_code, year, last) values ($1, $2, 1)
     on conflict (community_code, year) do update set last = project_number.last + 1 returning last`,
    [communityCode, year],
  );
  return `${year}-${String(row?.last).padStart(2, "0")}`;
}

/** A project, locked until the transaction ends; null when there is none. */
export async function lockProject(client: Runner, id: string): Promise<SecretaryProject | null> {
  const rows = await run<{ project: SecretaryProject }>(client, "select project from secretary_project where id::text = $1 for update", [id]);
  return rows[0]?.project ?? null;
}

/** Stores a project after new events; a new one when its first event is among them. */
export async function storeProject(client: Runner, { project: p, events }: RecordedProject, now: string): Promise<void> {
  await run(
    client,
    `insert into secretary_project (id, no, version, year, community_code, area_no, secretary_id, title, state, progress, struck_off_at, updated_at, project)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (id) do update set version = $3, secretary_id = $7, title = $8, state = $9, progress = $10, struck_off_at = $11, updated_at = $12, project = $13`,
    [p.id, p.no, p.version, p.year, p.communityCode, areaNumber(p.communityCode), p.secretaryId, p.title, p.state, progressOf(p), p.struckOffAt, now, JSON.stringify(p)],
  );
  await append(client, "PROJECT", p.id, areaNumber(p.communityCode), events);
}
