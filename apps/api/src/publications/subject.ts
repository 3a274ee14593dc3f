import { areaNumber, areaRange, communityOf, progressOf, type Case, type CostPlan, type Instant, type Publication, type SecretaryProject } from "@bandeng/domain";
import { costFacts, finalFacts, projectFacts } from "./subject-facts.ts";
import type { PublishedFacts } from "./publication-store.ts";
import { run, type Runner } from "../database/statement.ts";

/** What a publication tells of, as far as publishing has to know it. */
export interface Subject {
  /** It has come far enough to hang. */
  readonly ready: boolean;
  /** The end of its own publicity; null where it has none. */
  readonly until: Instant | null;
  /** Cases whose people and photos it is about. */
  readonly caseIds: readonly string[];
  readonly facts: PublishedFacts | null;
}

const publicised: readonly SecretaryProject["state"][] = ["PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF"];

async function projectSubject(client: Runner, p: Pick<Publication, "kind" | "areaCode">, id: string): Promise<Subject | null> {
  const [row] = await run<{ project: SecretaryProject }>(client, "select project from secretary_project where id = $1 and community_code = $2", [id, communityOf(p.areaCode)]);
  if (!row) return null;
  const { project } = row;
  const ready = p.kind === "STORY" ? project.state === "STRUCK_OFF" : publicised.includes(project.state);
  return { ready, until: p.kind === "STORY" ? null : project.publicityUntil, caseIds: project.caseIds, facts: projectFacts(project, progressOf(project)) };
}

/** A cost plan: never one of a dispute, of which nothing hangs anywhere. */
async function costSubject(client: Runner, p: Pick<Publication, "kind" | "areaCode">, id: string): Promise<Subject | null> {
  const [row] = await run<{ plan: CostPlan }>(
    client,
    "select x.plan from cost_plan x join cases c on c.id = x.case_id where x.id = $1 and c.kind <> 'DISPUTE' and c.community_no = $2",
    [id, areaNumber(communityOf(p.areaCode))],
  );
  if (!row) return null;
  const { plan } = row;
  const isFinal = p.kind === "FINAL_COSTS";
  const ready = isFinal ? plan.final !== null : plan.publicity !== null && plan.state !== "CANCELLED";
  return { ready, until: isFinal ? null : (plan.publicity?.until ?? null), caseIds: [plan.caseId], facts: isFinal ? finalFacts(plan) : costFacts(plan) };
}

/** What a publication is about; null for a notice, and where there is no such thing in its community. */
export async function subjectOf(client: Runner, p: Pick<Publication, "kind" | "subjectId" | "areaCode">): Promise<Subject | null> {
  if (p.subjectId === null) return null;
  return p.kind === "PROJECT" || p.kind === "STORY" ? projectSubject(client, p, p.subjectId) : costSubject(client, p, p.subjectId);
}

/**
 * Names that must not stand in a text: of everybody its cases are about, and of every resident of the community whom it
 * names in full. A name of two characters is taken only of the former: it may be a word. Who works for the community
 * signs with his name.
 */
export async function namesIn(client: Runner, areaCode: string, caseIds: readonly string[], text: string): Promise<string[]> {
  const cases = await run<{ state: Pick<Case, "reporters" | "parties"> }>(client, "select state from cases where id = any($1::uuid[])", [caseIds]);
  const concerned = cases.flatMap(({ state }) => [...state.reporters, ...state.parties]).flatMap(({ personId }) => personId ?? []);
  const [from, to] = areaRange(communityOf(areaCode));
  const rows = await run<{ name: string }>(
    client,
    `select distinct p.display_name as name from person p where p.id = any($1::uuid[])
       or (p.area_no >= $2 and p.area_no < $3 and char_length(p.display_name) > 2 and position(p.display_name in $4) > 0 and not exists (select from role_assignment r where r.person_id = p.id))`,
    [concerned, from, to, text],
  );
  return rows.map(({ name }) => name);
}

/** Whether all of these are photos, there now, of these cases, none of which is a dispute. */
export async function arePhotosOf(client: Runner, photoIds: readonly string[], caseIds: readonly string[]): Promise<boolean> {
  if (photoIds.length === 0) return true;
  const rows = await run(
    client,
    `select a.id from attachment a join cases c on c.id = a.case_id
     where a.id::text = any($1::text[]) and a.case_id = any($2::uuid[]) and a.kind = 'PHOTO' and a.removed_at is null and c.kind <> 'DISPUTE'`,
    [photoIds, caseIds],
  );
  return rows.length === new Set(photoIds).size;
}
