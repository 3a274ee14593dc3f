import { areaNumber, communityOf, mediationDeadlines, type Case, type Mediation, type MediationText, type RecordedMediation } from "@bandeng/domain";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** The next number of a community and year, such as 2024-03. */
export async function nextMediationNo(client: Runner, gridCode: string, year: number): Promise<string> {
  const [row] = await run<{ last: number }>(
    client,
    `insert into mediation_number (community_code, year, last) values ($1, $2, 1)
     on conflict (community_code, year) do update set last = mediation_number.last + 1 returning last`,
    [communityOf(gridCode), year],
  );
  return `${year}-${String(row?.last).padStart(2, "0")}`;
}

/** A mediation and the case that says who sees it. */
export interface MediatedCase {
  readonly version: number;
  readonly mediation: Mediation;
  readonly case: Case;
}

/** A mediation, locked until the transaction ends, with its case; null when there is none in the viewer's scope. */
export async function lockMediation(client: Runner, id: string): Promise<MediatedCase | null> {
  const [found] = await run<{ mediation: Mediation }>(client, "select mediation from mediation where id = $1::uuid for update", [id]);
  if (!found) return null;
  const { mediation } = found;
  const [row] = await run<{ c: CaseRow }>(client, "select row_to_json(c) as c from cases c where c.id = $1", [mediation.caseId]);
  return row ? { version: mediation.version, mediation, case: caseOfColumns(row.c) } : null;
}

/** The last mediation of a case; null when it had none. */
export async function lastMediation(client: Runner, caseId: string): Promise<Mediation | null> {
  const [row] = await run<{ mediation: Mediation }>(client, "select mediation from mediation where case_id = $1 order by opened_at desc, id desc limit 1", [caseId]);
  return row?.mediation ?? null;
}

/** The columns of a mediation's row. */
export function mediationColumns(m: Mediation, updatedAt: string): Readonly<Record<string, unknown>> {
  return {
    id: m.id, no: m.no, version: m.version, case_id: m.caseId, area_no: areaNumber(m.areaCode), state: m.state, next_on: mediationDeadlines(m)[0]?.dueOn ?? null, confirm_until: m.confirmBy,
    opened_at: m.openedAt, updated_at: updatedAt, mediation: m,
  };
}

/** The row of words that stand beside a mediation. What there is one of has no item. */
export function textColumns(mediationId: string, { kind, itemId, partyKey, text }: MediationText): Readonly<Record<string, unknown>> {
  return { mediation_id: mediationId, kind, item_id: itemId ?? "", party_key: partyKey, words: text };
}

/** Stores a mediation after new events, and the words that came with them; a new one when its first event is among them. */
export async function storeMediation(client: Runner, { mediation: m, events }: RecordedMediation, now: string): Promise<void> {
  await run(
    client,
    `insert into mediation select * from jsonb_populate_record(null::mediation, $1)
     on conflict (id) do update set version = excluded.version, state = excluded.state, next_on = excluded.next_on, confirm_until = excluded.confirm_until, updated_at = excluded.updated_at, mediation = excluded.mediation`,
    [JSON.stringify(mediationColumns(m, now))],
  );
  await append(client, "MEDIATION", m.id, areaNumber(m.areaCode), events);
  // Terms that were put down anew stand in the place of the earlier ones.
  if (events.some(({ type }) => type === "TERMS_AGREED" || type === "ORAL_AGREEMENT_RECORDED")) await run(client, "delete from mediation_text where mediation_id = $1 and kind = 'TERM'", [m.id]);
  const texts = events.flatMap(({ texts: said = [] }) => said.map((text) => textColumns(m.id, text)));
  if (texts.length === 0) return;
  await run(
    client,
    `insert into mediation_text select * from jsonb_populate_recordset(null::mediation_text, $1)
     on conflict (mediation_id, kind, item_id) do update set words = excluded.words, party_key = excluded.party_key`,
    [JSON.stringify(texts)],
  );
}
