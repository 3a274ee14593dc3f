import { callbacksOfRound, localDateOf, maskPhone, redact, type AgendaItem, type Case, type SecretaryProject } from "@bandeng/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { casesOf } from "./project-detail.ts";
import { readProject } from "./project-read.ts";
import { ProjectStory, type StoryConsent, type StoryNumber } from "./project-story-type.ts";
import { systemScope } from "../access/scope.ts";
import type { AttachmentType } from "../attachments/attachment-type.ts";
import { attachmentsOf } from "../attachments/case-attachments.ts";
import { loadCases } from "../cases/read-case.ts";
import { run, type Runner } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";
import type { Context } from "../http/context.ts";
import { phoneOf } from "../personal/data-keys.ts";

/** What the story is made of besides the project: read under the program's own scope, and given out as counts and masked texts alone. */
interface Ground {
  readonly community: string;
  readonly adoptedAt: string;
  readonly cases: readonly Case[];
  readonly items: readonly AgendaItem[];
  /** Names that stand in one of the texts: of anybody the community knows. */
  readonly names: readonly string[];
  /** Phones of those whom the project concerns. */
  readonly phones: readonly string[];
}

/** Every text of the story that somebody wrote. */
const textsOf = (p: SecretaryProject): readonly string[] => [p.title, p.problem, p.goal, p.measures, ...p.deliverables.map((d) => d.name), ...p.milestones.map((m) => m.title)];

/** Everybody whom the project concerns: who reported, a party, who signed. */
function concerned(p: SecretaryProject, cases: readonly Case[]): readonly string[] {
  const people = [...cases.flatMap((c) => [...c.reporters, ...c.parties].map(({ personId }) => personId)), ...p.deliverables.flatMap((d) => d.acceptances.map(({ residentId }) => residentId))];
  return [...new Set(people.filter((id) => id !== null))];
}

async function readGround(runner: Runner, ctx: Context, p: SecretaryProject): Promise<Ground> {
  const cases = [...(await loadCases(runner, p.caseIds)).values()];
  const [head] = await run<{ community: string; adoptedAt: string }>(runner, `select a.name as community, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "adoptedAt" from area a, event e where a.code = $1 and e.stream_id = $2 and e.seq = 1`, [p.communityCode, p.id]);
  const items = await run<{ item: AgendaItem }>(runner, "select item from agenda_item where case_id = any($1::uuid[])", [p.caseIds]);
  const people = await run<{ id: string; name: string; phone: Buffer | null; own: boolean }>(
    runner,
    `select p.id, p.display_name as name, p.phone_enc as phone, p.id = any($2::uuid[]) as own from person p
     where p.erased_at is null and (p.id = any($2::uuid[]) or (p.area_no - p.area_no % 1000 = $3::int8 and strpos($1, p.display_name) > 0))`,
    [textsOf(p).join("\n"), concerned(p, cases), `${p.communityCode}000`],
  );
  return {
    community: head?.community ?? "", adoptedAt: head?.adoptedAt ?? p.movedAt, cases, items: items.map(({ item }) => item),
    names: people.map(({ name }) => name), phones: people.flatMap(({ id, phone, own }) => (own && phone ? [ctx.dataKeys.open(phone, phoneOf(id))] : [])),
  };
}

/** Of all resolutions on cases that are no disputes, the one at which most households were present. */
function consentOf({ cases, items }: Ground): StoryConsent | null {
  const open = new Set(cases.filter((c) => c.kind !== "DISPUTE").map((c) => c.id));
  const resolved = items.flatMap(({ caseId, resolution }) => (resolution && open.has(caseId) ? [resolution] : []));
  const [widest] = resolved.toSorted((a, b) => b.tally.present - a.tally.present);
  const chosen = widest?.tally.options.find(({ optionId }) => optionId === widest.optionId);
  return widest && chosen ? { for: chosen.for, accept: chosen.accept, against: chosen.against, households: widest.tally.present } : null;
}

function numbersOf(p: SecretaryProject, { cases, adoptedAt }: Ground, clean: (text: string) => string, zh: boolean): StoryNumber[] {
  const voices = cases.reduce((sum, c) => sum + c.supporters, 0);
  const days = Math.round((Date.parse(localDateOf(p.struckOffAt ?? p.movedAt)) - Date.parse(localDateOf(adoptedAt))) / 86_400_000);
  const spent = p.spending.reduce((sum, { fen }) => sum + fen, 0);
  const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  return [
    { label: zh ? "反映的居民" : "Residents who spoke up", value: String(voices) },
    ...p.deliverables.map((d) => ({ label: clean(d.name), value: zh ? `${d.accepted}/${d.planned}` : `${d.accepted} of ${d.planned}` })),
    { label: zh ? "从立项到销号" : "From adoption to strike-off", value: zh ? `${days}天` : `${days} days` },
    ...(spent === 0 ? [] : [{ label: zh ? "支出" : "Spent", value: zh ? `${yuan(spent)}元` : `¥${yuan(spent)}` }]),
  ];
}

/** A photo without who took it and the name of its file, which may be anybody's. */
const unnamed = (photo: AttachmentType): AttachmentType => ({ ...photo, name: "", addedBy: null, removable: false });

/** Masks what tells of somebody: names and phones that are known, and whatever looks like a phone, a room or an identity card. */
function storyText(text: string, { names, phones }: Pick<Ground, "names" | "phones">): string {
  const withoutPhones = phones.filter((phone) => phone !== "").reduce((rest, phone) => rest.replaceAll(phone, maskPhone(phone)), text);
  return redact(withoutPhones, names);
}

@Resolver()
export class ProjectStoryQuery {
  @Query(() => ProjectStory, { nullable: true, description: "The story of a project that was struck off, to print and to put up; null before, and when it is out of the viewer's scope. It names nobody.", complexity: ({ childComplexity }) => 50 + childComplexity })
  async projectStory(@Arg("id", () => ID, { description: "The project." }) id: string, @Ctx() ctx: Context): Promise<ProjectStory | null> {
    const found = await readProject(ctx, id);
    if (found?.source.state !== "STRUCK_OFF") return null;
    const p = found.source;
    const ground = await ctx.db.transaction(async (client) => {
      await changeScope(client, systemScope);
      return readGround(client, ctx, p);
    });
    const clean = (text: string): string => storyText(text, ground);
    const photos = (await Promise.all((await casesOf(ctx, p)).map((c) => attachmentsOf(ctx, c)))).flat().filter(({ kind }) => kind === "PHOTO");
    const answers = ground.cases.flatMap((c) => callbacksOfRound(c)).flatMap(({ satisfaction }) => satisfaction ?? []);
    return {
      id, no: p.no, year: p.year, community: ground.community, title: clean(p.title), problem: clean(p.problem), goal: clean(p.goal), measures: clean(p.measures),
      adoptedOn: localDateOf(ground.adoptedAt), struckOffOn: localDateOf(p.struckOffAt ?? p.movedAt),
      numbers: numbersOf(p, ground, clean, ctx.language === "zh"), consent: consentOf(ground),
      before: photos.filter(({ stage }) => stage === "BEFORE").map(unnamed), after: photos.filter(({ stage }) => stage === "AFTER").map(unnamed),
      milestones: p.milestones.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).map((m) => ({ title: clean(m.title), weight: m.weight, doneOn: m.doneAt === null ? null : localDateOf(m.doneAt) })),
      asked: answers.length, satisfied: answers.filter((a) => a === "SATISFIED").length, basic: answers.filter((a) => a === "BASIC").length, dissatisfied: answers.filter((a) => a === "DISSATISFIED").length,
    };
  }
}
