import { caseStatuses, csvText, type Viewer } from "@bandeng/domain";
import type { DataKeys } from "./data-keys.ts";
import { phoneOf } from "./data-keys.ts";
import type { KnownPerson } from "./known-person.ts";
import { casesOf } from "./of-person.ts";
import { caseScope } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";

/** Everything that is kept on one person, as it is handed to the person (PIPL art. 45). Moments are ISO 8601. */
export interface HeldData {
  readonly person: { readonly id: string; readonly name: string; readonly phone: string | null; readonly address: string | null; readonly area: string; readonly under14: boolean; readonly consentAt: string | null };
  readonly opinions: readonly { readonly caseNo: string; readonly words: string; readonly voicedAt: string; readonly recordedAt: string; readonly channel: string }[];
  readonly cases: readonly { readonly no: string; readonly title: string; readonly kind: string; readonly status: string; readonly as: string; readonly collectedAt: string; readonly closedAt: string | null }[];
  /** Answers to call-backs, appeals and the like. */
  readonly said: readonly { readonly caseNo: string; readonly what: string; readonly at: string; readonly words: string | null; readonly reached: boolean | null; readonly resolved: boolean | null; readonly satisfaction: string | null }[];
  /** Who looked at the data. */
  readonly looks: readonly { readonly at: string; readonly what: string; readonly by: string | null; readonly outcome: string; readonly reason: string | null }[];
}

/** Reads what is kept on a person, of cases that the viewer sees whole: in his community those are all. */
export async function heldData(client: Runner, viewer: Viewer, person: KnownPerson, keys: DataKeys): Promise<Omit<HeldData, "looks">> {
  const { id, name, address, area, under14, consentAt } = person;
  const said = [...(await saidBy(client, viewer, id)), ...(await heardOf(client, viewer, id)), ...(await saidAtBenches(client, viewer, id))];
  const [opinions, cases] = [await opinionsOf(client, viewer, id), await reportedBy(client, viewer, id)];
  const phone = person.phoneEnc && keys.open(person.phoneEnc, phoneOf(id));
  return { person: { id, name, phone, address, area, under14, consentAt }, opinions, cases, said };
}

function opinionsOf(client: Runner, viewer: Viewer, id: string): Promise<HeldData["opinions"][number][]> {
  const q = new Statement();
  const person = q.bind(id, "uuid");
  return q.run(
    client,
    `select c.no as "caseNo", o.words, o.voiced_at as "voicedAt", o.recorded_at as "recordedAt", o.channel
     from opinion o join cases c on c.id = o.case_id where o.reporter_id = ${person} and ${caseScope(q, viewer).whole} order by o.recorded_at, o.id`,
  );
}

async function reportedBy(client: Runner, viewer: Viewer, id: string): Promise<HeldData["cases"][number][]> {
  const q = new Statement();
  const person = q.bind(id, "uuid");
  const rows = await q.run<HeldData["cases"][number] & { status: number }>(
    client,
    `select c.no, c.title, c.kind, c.status, c.collected_at as "collectedAt", c.closed_at as "closedAt",
       case when exists (select from opinion o where o.case_id = c.id and o.reporter_id = ${person}) then 'REPORTER' when c.kind = 'DISPUTE' then 'PARTY' else 'REPORTER' end as "as"
     from cases c where c.id in (${casesOf(person)}) and ${caseScope(q, viewer).whole} order by c.collected_at, c.id`,
  );
  return rows.map((row) => ({ ...row, status: caseStatuses[row.status - 1] ?? "" }));
}

function saidBy(client: Runner, viewer: Viewer, id: string): Promise<HeldData["said"][number][]> {
  const q = new Statement();
  const person = q.bind(id, "uuid");
  return q.run(
    client,
    `select c.no as "caseNo", e.type as what, e.at, w.words, (e.payload ->> 'reached')::boolean as reached, (e.payload ->> 'resolved')::boolean as resolved, e.payload ->> 'satisfaction' as satisfaction
     from event e join cases c on c.id = e.stream_id left join event_words w on w.event_id = e.id
     where e.stream_kind = 'CASE' and e.stream_id in (${casesOf(person)}) and e.payload ->> 'respondent' = 'person:' || ${person}::text and ${caseScope(q, viewer).whole}
     order by e.at, e.id`,
  );
}

/** What the person said as a party of a mediation. */
function heardOf(client: Runner, viewer: Viewer, id: string): Promise<HeldData["said"][number][]> {
  const q = new Statement();
  const person = q.bind(id, "uuid");
  return q.run(
    client,
    `select c.no as "caseNo", 'PARTY_HEARD' as what, s.at, t.words, null::boolean as reached, null::boolean as resolved, null::text as satisfaction
     from mediation m join cases c on c.id = m.case_id cross join lateral jsonb_to_recordset(m.mediation -> 'statements') as s(id text, "partyKey" text, at text)
       join mediation_text t on t.mediation_id = m.id and t.kind = 'STATEMENT' and t.item_id = s.id
     where s."partyKey" = 'person:' || ${person}::text and ${caseScope(q, viewer).whole} order by s.at, s.id`,
  );
}

/** What the person said at bench meetings: statements, options, reasons. */
function saidAtBenches(client: Runner, viewer: Viewer, id: string): Promise<HeldData["said"][number][]> {
  const q = new Statement();
  const person = q.bind(id, "uuid");
  return q.run(
    client,
    `select c.no as "caseNo", 'BENCH_' || w.part as what, m.meets_at as at, w.words, null::boolean as reached, null::boolean as resolved, null::text as satisfaction
     from bench_words w join agenda_item i on i.id = w.item_id join bench_meeting m on m.id = w.meeting_id join cases c on c.id = i.case_id
     where w.person_id = ${person} and ${caseScope(q, viewer).whole} order by m.meets_at, w.id`,
  );
}

/** Who looked at somebody's data. Read under the program's own scope: a clerk does not read the audit. */
export function looksAt(client: Runner, id: string): Promise<HeldData["looks"][number][]> {
  return run(
    client,
    `select a.at, a.action as what, p.display_name as by, a.outcome, a.reason from audit a left join person p on p.id = a.person_id
     where a.subject_kind = 'PERSON' and a.subject_id = $1 and a.action in ('revealPersonalData', 'exportPerson') order by a.at, a.id`,
    [id],
  );
}

/** The same as a table to read and print: what, when, where, which, and what it says. */
export function tableOf({ person, opinions, cases, said, looks }: HeldData): string {
  const own = [["姓名", person.name], ["电话", person.phone], ["住址", person.address], ["区域", person.area], ["未满十四周岁", person.under14 ? "是" : "否"], ["单独同意时间", person.consentAt]] as const;
  return csvText([
    ["类别 Kind", "项目 Item", "时间 Time", "内容 Content", "说明 Note"],
    ...own.map(([item, content]) => ["本人 Person", item, null, content, null]),
    ...opinions.map((o) => ["原话 Own words", o.caseNo, o.voicedAt, o.words, o.channel]),
    ...cases.map((c) => ["事项 Case", c.no, c.collectedAt, c.title, `${c.kind} ${c.as} ${c.status}`]),
    ...said.map((s) => ["答复 Answer", s.caseNo, s.at, s.words, [s.what, s.satisfaction].filter((part) => part !== null).join(" ")]),
    ...looks.map((l) => ["查看记录 Looked at", l.what, l.at, l.reason, `${l.by ?? ""} ${l.outcome}`.trim()]),
  ]);
}
