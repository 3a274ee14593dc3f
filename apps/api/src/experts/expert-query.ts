import { callStanding, CONFIRMATION_VALID_DAYS, isConfirmed, localDateOf, mayIn, plusNaturalDays, type Case, type ExpertSkill, type ExpertTie, type LocalDate } from "@bandeng/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { peopleOfCase } from "./conflict.ts";
import { ExpertConnection, ExpertSkillEnum, ExpertTieType, ExpertType } from "./expert-type.ts";
import { poolScope } from "./pool-scope.ts";
import { multirange } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { instantOfColumn } from "../cases/case-columns.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { loadCases, readCase } from "../cases/read-case.ts";
import { run, Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

type Row = Omit<ExpertType, "confirmed" | "standing"> & { readonly sort: string };

interface Wanted {
  /** Conditions on the row `e` of an entry. */
  readonly where: (q: Statement) => readonly string[];
  /** After this one, in the order of the list. */
  readonly after?: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
  /** The case somebody is wanted for: a conflict of interest with it is left out. */
  readonly c?: Case | undefined;
}

/** The first moment of the days on which a confirmation still counts. */
const confirmedSince = (today: LocalDate): string => `${plusNaturalDays(today, -CONFIRMATION_VALID_DAYS)}T00:00:00+08:00`;

/** What the domain's `hasConflict` says, as a condition on the rows `e` and `p` of an expert: none with these people. */
function withoutConflict(q: Statement, people: readonly string[]): string {
  const all = q.bind(people, "uuid[]");
  return `not (e.person_id = any(${all})
    or exists (select from expert_tie t join expert own on own.id = t.expert_id where own.person_id = e.person_id and own.withdrawn_at is null and t.person_id = any(${all}))
    or exists (select from person of where of.id = any(${all}) and of.household_id = p.household_id))`;
}

/** Entries of the pools the viewer reads: who can be called first, among them who answers quickest. */
async function readExperts(ctx: Context, { where, after, limit, c }: Wanted): Promise<(ExpertType & { sort: string })[]> {
  const today = localDateOf(await ctx.now());
  const q = new Statement();
  const parts = [poolScope(q, ctx.viewer), "e.withdrawn_at is null", ...where(q)];
  if (c) parts.push(`starts_with(${q.bind(c.gridCode)}, e.area_code)`, withoutConflict(q, peopleOfCase(c)));
  const rank = `case when not e.available then 3 when e.confirmed_at < ${q.bind(confirmedSince(today), "timestamptz")} then 2 else 1 end`;
  const page = after ? `(x.sort, x.id) > (${q.bind(after.at)}, ${q.bind(after.id, "uuid")})` : "true";
  const rows = await q.run<{ expert: Row }>(
    ctx.db,
    `select json_build_object('id', x.id, 'version', x.version, 'personId', x.person_id, 'name', x.name, 'areaCode', x.area_code, 'areaName', x.area_name, 'org', x.org, 'skills', x.skills,
       'available', x.available, 'confirmedAt', x.confirmed_at, 'medianMinutes', x.median, 'asked', x.asked, 'answered', x.answered, 'sort', x.sort) as expert
     from (
       select e.*, p.display_name as name, area.name as area_name, a.median, a.asked, a.answered,
         ${rank} || '.' || lpad(coalesce(a.median, 99999999)::text, 8, '0') || '.' || p.display_name as sort
       from expert e join person p on p.id = e.person_id join area on area.code = e.area_code
       cross join lateral (
         select count(*)::int as asked, count(*) filter (where answer <> 'PASSED')::int as answered,
           (percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at)) filter (where answer <> 'PASSED') / 60)::int as median
         from expert_answer where person_id = e.person_id) a
       where ${parts.join(" and ")}) x
     where ${page} order by x.sort, x.id limit ${q.bind(limit, "int")}`,
  );
  return rows.map(({ expert: e }) => {
    const facts = { available: e.available, confirmedAt: instantOfColumn(e.confirmedAt) };
    return { ...e, confirmedAt: facts.confirmedAt, confirmed: isConfirmed(facts, today), standing: c ? callStanding(facts, false, today) : null };
  });
}

/** One entry of the pool; null when there is none that the viewer sees. */
export async function readExpert(ctx: Context, id: string): Promise<ExpertType | null> {
  if (!isUuid(id)) return null;
  return (await readExperts(ctx, { where: (q) => [`e.id = ${q.bind(id, "uuid")}`], limit: 1 }))[0] ?? null;
}

/** The case, where the viewer sees it whole: to whom somebody has to stay out is nothing a masked card tells. */
async function wholeCase(ctx: Context, id: string): Promise<Case | null> {
  const seen = isUuid(id) ? await readCase(ctx, { id }) : null;
  return seen?.seen === "WHOLE" ? ((await loadCases(ctx.db, [seen.card.id])).get(seen.card.id) ?? null) : null;
}

@Resolver(() => ExpertType)
export class ExpertResolver {
  @Query(() => ExpertConnection, {
    description: "人才库: who can be called in areas, those first who can be called, the quickest first. For a case: only pools that cover it, with how each stands to it; who has a conflict of interest is left out.",
    complexity: ({ childComplexity, args }) => 20 + Number(args.first) * (2 + childComplexity / 10),
  })
  async experts(
    @Arg("areas", () => [ID], { description: "Area codes: the pools of these areas, of those around them and of those in them." }) areas: string[],
    @Arg("skills", () => [ExpertSkillEnum], { nullable: true, description: "With any of these skills." }) skills: ExpertSkill[] | null | undefined,
    @Arg("forCase", () => ID, { nullable: true, description: "The case somebody is wanted for; nobody where the viewer does not see it whole." }) forCase: string | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ExpertConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const within = multirange(checkAreas(areas));
    const limit = checkFirst(first) + 1;
    const c = forCase == null ? undefined : await wholeCase(ctx, forCase);
    if (c === null) return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const where = (q: Statement): string[] => [
      `${q.bind(within, "int8multirange")} && int8range(e.area_no, e.area_end)`,
      ...(skills ? [`e.skills && ${q.bind(skills, "text[]")}`] : []),
    ];
    const found = await readExperts(ctx, { where, after: cursor, limit, c });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.sort, last.id) : null } };
  }

  @FieldResolver(() => [ExpertTieType], { description: "Whom he is tied to; empty for whoever does not keep the pool of his area.", complexity: 10 })
  async ties(@Root() expert: ExpertType, @Ctx() ctx: Context): Promise<ExpertTieType[]> {
    if (!mayIn(ctx.viewer, "KEEP_TALENT_POOL", expert.areaCode)) return [];
    const ties = await run<ExpertTie & Record<string, unknown>>(ctx.db, `select person_id as "personId", kind from expert_tie where expert_id = $1 order by person_id`, [expert.id]);
    return Promise.all(ties.map(async ({ personId, kind }) => ({ personId, kind, person: await personOf(ctx, personId) })));
  }
}
