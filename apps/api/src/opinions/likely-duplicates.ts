import { caseStatuses, duplicateDays, likelyDuplicates, openStatuses, samePlaces, type CaseKind, type Instant, type KnownMatter, type SamePlace, type Viewer } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { CaseKindEnum, enumOf } from "../cases/case-enums.ts";
import { cardColumns, cardJoins, seenCase, type CardRow, type SeenCase } from "../cases/card.ts";
import { rankIn } from "../cases/case-columns.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { PlaceInput } from "../cases/place-input.ts";
import { placeOf, type Located } from "../cases/place-of.ts";
import { searchPattern } from "../database/search-pattern.ts";
import type { Runner } from "../database/statement.ts";
import { checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { asking } from "../read/read-type.ts";

const SamePlaceEnum = enumOf("SamePlace", samePlaces, "How exactly two places are the same.");

@ObjectType({ description: "A case that may be the matter being written down." })
export class LikelyDuplicate {
  @Field(() => CaseType, { description: "The case. `actions` tell whether an opinion can be added to it (support)." })
  case!: CaseType;

  @Field(() => Int, { description: "0 to 100: the higher, the likelier the same matter." })
  score!: number;

  @Field(() => SamePlaceEnum, { description: "How exactly it is the same place." })
  samePlace!: SamePlace;

  @Field(() => Boolean, { description: "It is of the same category." })
  sameCategory!: boolean;

  @Field(() => Int, { description: "How much of what was typed its title or reporters say too, in percent." })
  wordsPercent!: number;
}

/** Cases of one place within the days are few; more than these nobody reads. */
const candidates = 60;
/** Signs of what is being typed that are compared, and of what each reporter said. */
const compared = 300;

@Resolver()
export class LikelyDuplicatesResolver {
  @Query(() => [LikelyDuplicate], {
    description:
      "Cases that may be the matter being written down, the likeliest first: at the same place, open or closed within 90 days, of the same category or in similar words. Fast enough to be asked while somebody types. Disputes appear for those who see them whole.",
    complexity: ({ childComplexity, args }) => 20 + Number(args.first) * (1 + childComplexity / 20),
  })
  async likelyDuplicates(
    @Arg("place", () => PlaceInput, { description: "Where; of an unknown place nothing is likely." }) place: PlaceInput,
    @Arg("kind", () => CaseKindEnum, { nullable: true, description: "Its kind, once it is known: a dispute is compared with disputes only." }) kind: CaseKind | null | undefined,
    @Arg("category", () => ID, { nullable: true, description: "Its category, once it is known." }) category: string | null | undefined,
    @Arg("words", () => String, { description: "What was typed so far; may be empty." }) words: string,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Ctx() ctx: Context,
  ): Promise<LikelyDuplicate[]> {
    checkFirst(first);
    const located = await placeOf(ctx.db, place, ctx.viewer);
    if (!located || (located.place.compoundId === null && located.place.buildingId === null)) return [];
    const now = await ctx.now();
    const typed = [...words.trim()].slice(0, compared).join("");
    const known = await readCandidates(ctx.db, ctx.viewer, located, typed, now);
    const likely = likelyDuplicates({ place: located.place, kind: kind ?? null, category: category ?? null, said: [typed], now }, known);
    return likely.slice(0, first).map(({ of, score, samePlace, sameCategory, wordsPercent }) => ({ case: caseType(of.source), score, samePlace, sameCategory, wordsPercent }));
  }
}

type Candidate = KnownMatter & { readonly id: string; readonly source: SeenCase };

/** What the rules look at: cases of the place that the viewer sees whole, the last changed first, in one statement. */
async function readCandidates(runner: Runner, viewer: Viewer, { place }: Located, typed: string, now: Instant): Promise<Candidate[]> {
  const ask = asking(viewer, now);
  const { q, scope } = ask;
  // A building of a compound is in it, so that the compound finds its buildings too.
  const there = place.compoundId === null ? `c.building_id = ${q.bind(place.buildingId, "uuid")}` : `c.compound_id = ${q.bind(place.compoundId, "uuid")}`;
  const statuses = q.bind([...openStatuses, "CLOSED" as const].map((status) => rankIn(caseStatuses, status)), "smallint[]");
  const since = q.bind(new Date(Date.parse(now) - duplicateDays * 86_400_000).toISOString(), "timestamptz");
  const found = [...typed].length < 2 ? "false" : `c.search like ${q.bind(searchPattern(typed.replaceAll(/\s/g, "")))}`;
  const rows = await q.run<{ card: CardRow; said: string[] | null; heard_at: string | null; found: boolean }>(
    runner,
    `select row_to_json(t) as card, t.said, t.heard_at, t.found from (
       select ${cardColumns(ask)}, heard.said, heard.at as heard_at, ${found} as found from cases c ${cardJoins}
       cross join lateral (
         select array_agg(x.words) as said, max(x.recorded_at)::text as at
         from (select left(o.words, ${q.bind(compared, "int")}) as words, o.recorded_at from opinion o where o.present_case_id = c.id order by o.recorded_at desc limit 5) x) heard
       where ${there} and c.status = any(${statuses}) and c.updated_at >= ${since} and ${scope.whole}
       order by c.updated_at desc, c.id limit ${q.bind(candidates, "int")}) t`,
  );
  return rows.flatMap(({ card, said, heard_at, found: typedSo }) => {
    const source = seenCase(card, viewer);
    if (source?.seen !== "WHOLE") return [];
    const { place: where, kind, category, status, closedAt, collectedAt, title, id } = source.card;
    const heardAt = heard_at === null ? collectedAt : new Date(heard_at).toISOString();
    return [{ id, source, place: where, kind, category, status, closedAt, heardAt, said: [title, ...(said ?? []), ...(typedSo ? [typed] : [])] }];
  });
}
