import { areaNumber, inspectionMissingFrom, lastDueOn, progressOf, projectYears, type ProjectText, type RecordedProject, type SecretaryProject } from "@bandeng/domain";
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

/** The columns of a project's row. */
export function projectColumns(p: SecretaryProject, updatedAt: string): Readonly<Record<string, unknown>> {
  return {
    id: p.id, no: p.no, version: p.version, year: p.year, years: projectYears(p), community_code: p.communityCode, area_no: areaNumber(p.communityCode), secretary_id: p.secretaryId, title: p.title,
    state: p.state, progress: progressOf(p), due_on: lastDueOn(p.milestones), inspection_from: inspectionMissingFrom(p), exemplary: p.exemplary, struck_off_at: p.struckOffAt, updated_at: updatedAt, project: p,
  };
}

/** The row of words that stand beside a project. What there is one of has no item. */
export function projectTextColumns(projectId: string, { kind, itemId, text }: ProjectText): Readonly<Record<string, unknown>> {
  return { project_id: projectId, kind, item_id: itemId ?? "", words: text };
}

/** Stores a project after new events, and the words that came with them; a new one when its first event is among them. */
export async function storeProject(client: Runner, { project: p, events }: RecordedProject, now: string): Promise<void> {
  await run(
    client,
    `insert into secretary_project select * from jsonb_populate_record(null::secretary_project, $1)
     on conflict (id) do update set version = excluded.version, years = excluded.years, secretary_id = excluded.secretary_id, title = excluded.title, state = excluded.state, progress = excluded.progress,
       due_on = excluded.due_on, inspection_from = excluded.inspection_from, exemplary = excluded.exemplary, struck_off_at = excluded.struck_off_at, updated_at = excluded.updated_at, project = excluded.project`,
    [JSON.stringify(projectColumns(p, now))],
  );
  await append(client, "PROJECT", p.id, areaNumber(p.communityCode), events);
  const texts = events.flatMap(({ texts: said = [] }) => said.map((text) => projectTextColumns(p.id, text)));
  if (texts.length === 0) return;
  await run(
    client,
    `insert into project_text select * from jsonb_populate_recordset(null::project_text, $1)
     on conflict (project_id, kind, item_id) do update set words = excluded.words`,
    [JSON.stringify(texts)],
  );
}
