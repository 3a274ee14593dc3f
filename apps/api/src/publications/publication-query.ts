import { communityOf, hangs, isAreaCode, mayIn, personalDataIn, personalDataKinds, redact, type Publication, type PublicationKind, type PublicationState } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { PublishedFacts } from "./publication-store.ts";
import { PublicationConnection, PublicationKindEnum, PublicationStateEnum, PublicationType, RedactionType, type PublicCommentType } from "./publication-type.ts";
import { namesIn, subjectOf } from "./subject.ts";
import { multirange, storingScope, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

interface Row {
  readonly publication: Publication;
  readonly areaName: string;
  readonly title: string;
  readonly body: string;
  readonly facts: PublishedFacts | null;
  readonly waiting: number;
  readonly words: readonly (Pick<PublicCommentType, "id" | "words" | "shownWords" | "answer">)[];
  readonly at: string;
}

interface Wanted {
  readonly where: (q: Statement) => string;
  readonly limit: number;
}

async function readPublications(ctx: Context, { where, limit }: Wanted): Promise<{ readonly shown: PublicationType; readonly at: string }[]> {
  const q = new Statement();
  const rows = await q.run<Row & Record<string, unknown>>(
    ctx.db,
    `select x.publication, a.name as "areaName", x.title, x.body, x.facts, x.waiting, to_char(x.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       (select coalesce(json_agg(json_build_object('id', m.id, 'words', m.words, 'shownWords', m.shown_words, 'answer', m.answer)), '[]') from publication_comment m where m.publication_id = x.id) as words
     from publication x join area a on a.code = x.area_code
     where ${withinReach(q, ctx.viewer, "places", "x.area_no")} and ${where(q)} order by x.updated_at desc, x.id desc limit ${q.bind(limit, "int")}`,
  );
  const now = await ctx.now();
  return Promise.all(
    rows.map(async ({ publication: p, words, at, ...beside }) => ({
      at,
      shown: {
        ...p, ...beside,
        hangs: hangs(p, now),
        draftedBy: await personOf(ctx, p.draftedBy),
        comments: p.comments.flatMap((c) => {
          const kept = words.find(({ id }) => id === c.id);
          return kept ? [{ ...c, ...kept }] : [];
        }),
        facts: beside.facts ?? (p.state === "DRAFT" ? await factsNow(ctx, p) : null),
      },
    })),
  );
}

async function factsNow(ctx: Context, p: Publication): Promise<PublishedFacts | null> {
  return (await subjectOf(ctx.db, p))?.facts ?? null;
}

/** One publication; null when there is none in the viewer's communities. */
export async function readPublication(ctx: Context, id: string): Promise<PublicationType | null> {
  if (!isUuid(id)) return null;
  return (await readPublications(ctx, { where: (q) => `x.id = ${q.bind(id, "uuid")}`, limit: 1 }))[0]?.shown ?? null;
}

@Resolver()
export class PublicationResolver {
  @Query(() => PublicationType, { nullable: true, description: "One publication; null when there is none in the viewer's communities.", complexity: 5 })
  publication(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<PublicationType | null> {
    return readPublication(ctx, id);
  }

  @Query(() => PublicationConnection, { description: "公示公告 of areas, last changed first.", complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10) })
  async publications(
    @Arg("areas", () => [ID], { description: "Area codes: the publications of these areas and of all below them." }) areas: string[],
    @Arg("kinds", () => [PublicationKindEnum], { nullable: true, description: "Kinds." }) kinds: PublicationKind[] | null | undefined,
    @Arg("states", () => [PublicationStateEnum], { nullable: true, description: "States." }) states: PublicationState[] | null | undefined,
    @Arg("waiting", () => Boolean, { defaultValue: false, description: "Only those with comments nobody has looked at, or objections without an answer." }) waiting: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<PublicationConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const ranges = multirange(checkAreas(areas));
    const found = await readPublications(ctx, {
      limit: checkFirst(first) + 1,
      where: (q) => {
        const parts = [`x.area_no <@ ${q.bind(ranges, "int8multirange")}`];
        if (kinds) parts.push(`x.kind = any(${q.bind(kinds, "text[]")})`);
        if (states) parts.push(`x.state = any(${q.bind(states, "text[]")})`);
        if (waiting) parts.push("x.waiting > 0");
        if (cursor) parts.push(`(x.updated_at, x.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
        return parts.join(" and ");
      },
    });
    const page = found.slice(0, first);
    const last = page.at(-1);
    return { nodes: page.map(({ shown }) => shown), pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.at, last.shown.id) : null } };
  }

  @Query(() => RedactionType, { description: "What in a text tells of residents, and the text with it masked: before it is published. Only for whoever publishes there.", complexity: 20 })
  async redaction(
    @Arg("areaCode", () => ID, { description: "Where it is to hang." }) areaCode: string,
    @Arg("text", () => String, { description: "The text." }) text: string,
    @Arg("kind", () => PublicationKindEnum, { nullable: true, description: "What it tells of." }) kind: PublicationKind | null | undefined,
    @Arg("subjectId", () => ID, { nullable: true, description: "The project or cost plan." }) subjectId: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<RedactionType> {
    if (!isAreaCode(areaCode) || areaCode.length < 12 || !mayIn(ctx.viewer, "PUBLISH", areaCode)) return { found: [], text };
    // Residents are known to the program by name, and to who asks by what he typed: he learns only whether that is one.
    const names = await ctx.db.transaction(async (client) => {
      await changeScope(client, storingScope(ctx.viewer, communityOf(areaCode)));
      const subject = kind != null && subjectId != null && isUuid(subjectId) ? await subjectOf(client, { kind, subjectId, areaCode }) : null;
      return namesIn(client, areaCode, subject?.caseIds ?? [], text);
    });
    const told = personalDataIn(text, names).map((datum) => datum.kind);
    return { found: personalDataKinds.filter((one) => told.includes(one)), text: redact(text, names) };
  }
}
