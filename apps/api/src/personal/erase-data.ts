import { localDateOf, refuse, type Instant, type PeopleEventBody, type Refusal } from "@bandeng/domain";
import { phoneOf, type DataKeys } from "./data-keys.ts";
import type { KnownPerson } from "./known-person.ts";
import { casesOf, isOpenStatus } from "./of-person.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";
import { searchText } from "../places/pinyin.ts";

/** Stands where a person's data stood. */
const erasedText = "已删除";

/** Why somebody's data have to stay for now: under an open case, or because the person works here; null when they may go. Asked under the program's scope. */
export async function whyKept(client: Runner, id: string, now: Instant): Promise<Refusal | null> {
  const serves = await run(
    client,
    `select 1 from role_assignment where person_id = $1 and (to_date is null or to_date >= $2::date)
     union all select 1 from committee_member m join committee c on c.id = m.committee_id where m.person_id = $1 and c.term_to >= $2::date
     union all select 1 from expert where person_id = $1 and withdrawn_at is null
     union all select 1 from council c where (c.to_date is null or c.to_date >= $2::date) and (c.convener_id = $1
       or exists (select from council_member m where m.council_id = c.id and m.person_id = $1 and (m.to_date is null or m.to_date >= $2::date)))
     union all select 1 from collection_point where keeper_id = $1 and closed_on is null
     union all select 1 from contact_day where duty_officer_id = $1 and state = 'PLANNED' and date >= $2::date limit 1`,
    [id, localDateOf(now)],
  );
  if (serves.length > 0) return refuse("PERSON_STILL_SERVES", {});
  const q = new Statement();
  const open = await q.run(client, `select 1 from cases where id in (${casesOf(q.bind(id, "uuid"))}) and ${isOpenStatus(q)} limit 1`);
  return open.length > 0 ? refuse("PERSON_HAS_OPEN_CASES", {}) : null;
}

export interface Erasing {
  readonly dataKeys: DataKeys;
  readonly actorId: string;
  readonly now: Instant;
}

/**
 * Erases one person, under the program's scope and in the caller's transaction: the person's own row, own words, what was
 * written about talking with the person, titles that repeat own words, and the fingerprints of the requests that brought
 * them. Ids stay, so every history folds as before.
 * @returns keys of files that nothing uses any more once this is committed
 */
export async function eraseData(client: Runner, person: KnownPerson, { dataKeys, actorId, now }: Erasing): Promise<(string | null)[]> {
  const { id, name } = person;
  const phone = person.phoneEnc && dataKeys.open(person.phoneEnc, phoneOf(id));
  const named = [name, phone].flatMap((text) => (text ? [searchPattern(text)] : []));
  await eraseTitles(client, id, named);
  await eraseWords(client, id, named);
  await eraseMediated(client, id, named);
  await eraseCosts(client, id, named);
  await eraseBench(client, id, named);
  await eraseProjects(client, id, named);
  await eraseBesides(client, id, named);
  const files = await eraseFiles(client, id, named, now);
  await run(client, `update idempotency set request_hash = '' where (response ->> 'id')::text in (select id::text from (${casesOf("$1::uuid")}) c union select $1::text)`, [id]);
  await run(client, "delete from notice where person_id = $1", [id]);
  await run(client, "delete from notice_preference where person_id = $1", [id]);
  const area = await run<{ area_no: number }>(
    client,
    `update person set display_name = $2, surname_mask = $2, phone_enc = null, household_id = null, consent_at = null, consent_by = null, under_14 = false, erased_at = $3 where id = $1 returning area_no`,
    [id, erasedText, now],
  );
  const [last] = await run<{ seq: number }>(client, "select coalesce(max(seq), 0)::int as seq from event where stream_id = $1", [id]);
  const body: PeopleEventBody<"PERSON_ERASED"> = { type: "PERSON_ERASED", payload: { personId: id } };
  await append(client, "PERSON", id, area[0]?.area_no ?? 0, [{ ...body, seq: (last?.seq ?? 0) + 1, at: now, recordedAt: now, actorId }]);
  return files;
}

/** So many characters in a row in common with what was said are no accident. */
const quoted = 8;

/** A title goes where it quotes what the person said (a card's line is often the beginning of the words), or names the person. */
async function eraseTitles(client: Runner, id: string, named: readonly string[]): Promise<void> {
  const repeats = (title: string) =>
    `(lower(${title}) like any($2::text[]) or exists (select from opinion o, generate_series(1, greatest(length(${title}) - ${quoted - 1}, 1)) i
       where o.reporter_id = $1 and ${title} <> '' and strpos(o.words, substr(${title}, i, ${quoted})) > 0))`;
  await run(
    client,
    `with own as materialized (${casesOf("$1::uuid")})
     update event_words w set title = case when ${repeats("w.title")} then $3 else w.title end, title_before = case when ${repeats("w.title_before")} then $3 else w.title_before end
     from event e where e.id = w.event_id and e.stream_kind = 'CASE' and e.stream_id in (select id from own) and w.title is not null`,
    [id, named, erasedText],
  );
  const cases = await run<{ id: string; no: string }>(
    client,
    `with own as materialized (${casesOf("$1::uuid")}) select c.id, c.no from cases c where c.id in (select id from own) and ${repeats("c.title")}`,
    [id, named],
  );
  await run(
    client,
    "update cases c set title = $3, search = s.search from unnest($1::uuid[], $2::text[]) as s(id, search) where c.id = s.id",
    [cases.map((c) => c.id), cases.map((c) => searchText(c.no, erasedText)), erasedText],
  );
}

/** The person's cases (`own`), and those of them that concern nobody else (`alone`); $1 is the person. */
const ownAndAlone = `own as materialized (${casesOf("$1::uuid")}), alone as (
  select c.id from cases c where c.id in (select id from own)
    and not exists (select from jsonb_array_elements((c.state -> 'reporters') || (c.state -> 'parties')) one where one ->> 'personId' is distinct from $1::text))`;

/** Recordings and papers of cases that concern nobody else, and names of files that name the person. Photos show what was wrong, and stay. */
async function eraseFiles(client: Runner, id: string, named: readonly string[], now: Instant): Promise<(string | null)[]> {
  const gone = await run<{ store_key: string; thumbnail_key: string | null }>(
    client,
    `with ${ownAndAlone} update attachment set removed_at = $3, name = $2
     where removed_at is null and case_id in (select id from alone) and kind in ('SOUND', 'DOCUMENT') returning store_key, thumbnail_key`,
    [id, erasedText, now],
  );
  await run(client, `with own as materialized (${casesOf("$1::uuid")}) update attachment set name = $3 where case_id in (select id from own) and lower(name) like any($2::text[])`, [id, named, erasedText]);
  return gone.flatMap(({ store_key, thumbnail_key }) => [store_key, thumbnail_key]);
}

/** Ties of experts to the person, and of the person as an expert; calls and questions of fact on his cases, as far as they can tell of him. */
async function eraseBesides(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(client, "delete from expert_tie t using expert e where e.id = t.expert_id and (t.person_id = $1 or e.person_id = $1)", [id]);
  await run(
    client,
    `with ${ownAndAlone} update expert_call set ask = $3 where case_id in (select id from own) and (case_id in (select id from alone) or lower(ask) like any($2::text[]))`,
    [id, named, erasedText],
  );
  await run(
    client,
    `with ${ownAndAlone} update case_fact set question = $3, answer = case when answer is null then null else $3 end, evidence = case when evidence is null then null else $3 end
     where case_id in (select id from own) and (case_id in (select id from alone) or lower(concat_ws(' ', question, answer, evidence)) like any($2::text[]))`,
    [id, named, erasedText],
  );
}

/** Own words; notes on talking with the person where nobody else is concerned; and whatever names the person. */
async function eraseWords(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(
    client,
    `with ${ownAndAlone},
     keys as (select 'person:' || $1::text as key union all select 'opinion:' || o.id from opinion o where o.reporter_id = $1)
     update event_words w set words = $3 from event e
     where e.id = w.event_id and w.words is not null and e.stream_kind = 'CASE' and e.stream_id in (select id from own)
       and (e.payload ->> 'respondent' in (select key from keys) or (e.type = 'CONTACTED' and e.stream_id in (select id from alone)) or lower(w.words) like any($2::text[]))`,
    [id, named, erasedText],
  );
  await run(client, "update opinion set words = $2 where reporter_id = $1", [id, erasedText]);
}

/** What the person said in mediations, and whatever names the person there; all of it where no party is left who could be named. An agreement is the other party's too. */
async function eraseMediated(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(
    client,
    `with own as materialized (${casesOf("$1::uuid")})
     update mediation_text t set words = $3 from mediation m
     where m.id = t.mediation_id and m.case_id in (select id from own)
       and (t.party_key in (select 'person:' || $1::text union all select 'opinion:' || o.id from opinion o where o.reporter_id = $1) or lower(t.words) like any($2::text[])
         or not exists (select from jsonb_array_elements(m.mediation -> 'parties') one left join person p on p.id = (one ->> 'personId')::uuid
           where one ->> 'personId' is distinct from $1::text and p.erased_at is null))`,
    [id, named, erasedText],
  );
}

/** What was said about costs at the person's door, and whatever names the person in plans of his cases or of his household. */
async function eraseCosts(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(
    client,
    `with own as materialized (${casesOf("$1::uuid")}), home as (select household_id as id from person where id = $1)
     update cost_text t set words = $3 from cost_plan p
     where p.id = t.plan_id and (t.kind in ('REFUSAL', 'WAIVER') and t.item_id in (select h.id::text from home h)
       or lower(t.words) like any($2::text[]) and (p.case_id in (select id from own) or exists (select from cost_share s join home h on h.id = s.household_id where s.plan_id = p.id)))`,
    [id, named, erasedText],
  );
}

/** What the person said at bench meetings, and whatever names the person at those where one of his cases was talked over. */
async function eraseBench(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(
    client,
    `with own as materialized (${casesOf("$1::uuid")})
     update bench_words w set words = $3, person_id = null
     where w.person_id = $1 or (lower(w.words) like any($2::text[]) and w.meeting_id in (select i.meeting_id from agenda_item i where i.case_id in (select id from own)))`,
    [id, named, erasedText],
  );
}

/** Whatever names the person beside the projects of his cases, or of his community: an objection is nobody's by name. */
async function eraseProjects(client: Runner, id: string, named: readonly string[]): Promise<void> {
  await run(
    client,
    `update project_text t set words = $3 from secretary_project x, person p
     where x.id = t.project_id and p.id = $1 and x.area_no = p.area_no - p.area_no % 1000 and lower(t.words) like any($2::text[])`,
    [id, named, erasedText],
  );
}
