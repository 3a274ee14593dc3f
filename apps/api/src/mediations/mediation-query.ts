import { areaRange, mediationActionNames, mediationDeadlines, whyNotMediation, type Mediation, type MediationState, type MediationTextKind } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { MediationStateEnum } from "./mediation-enums.ts";
import { AgreementTermType, MediationActionStateType, MediationConnection, MediationPartyType, MediationType, PartyStatementType, ReturnVisitType } from "./mediation-type.ts";
import { PersonType } from "../access/person-type.ts";
import { caseScope, conditions } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { caseLoader, readCasesById } from "../cases/read-case.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { personOf } from "../people/person-of.ts";

/** The GraphQL face of a mediation; whoever gets to see it sees all of it. */
function mediationType(m: Mediation): MediationType {
  return { ...m, deadlines: mediationDeadlines(m), source: m };
}

/** A mediation exists for whoever sees its case `c` whole: with row level security alone that is the policy's to say. */
function scopeOf(q: Statement, { viewer }: Context): string {
  return conditions.on ? caseScope(q, viewer).whole : "true";
}

/** One mediation as the viewer may see it; null when there is none in his scope. */
export async function readMediation(ctx: Context, id: string): Promise<MediationType | null> {
  if (!isUuid(id)) return null;
  const q = new Statement();
  const [row] = await q.run<{ mediation: Mediation }>(ctx.db, `select m.mediation from mediation m join cases c on c.id = m.case_id where m.id = ${q.bind(id, "uuid")} and ${scopeOf(q, ctx)}`);
  return row ? mediationType(row.mediation) : null;
}

type Said = ReadonlyMap<string, string>;
const keyOf = (kind: MediationTextKind, itemId = ""): string => `${kind} ${itemId}`;

/** What was said in mediations, by kind and item; only for mediations that the viewer sees. */
function wordsLoader(runner: Runner): DataLoader<string, Said> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ mediation_id: string; kind: MediationTextKind; item_id: string; words: string }>(runner, "select mediation_id, kind, item_id, words from mediation_text where mediation_id = any($1::uuid[])", [ids]);
    return ids.map((id) => new Map(rows.filter((row) => row.mediation_id === id).map((row) => [keyOf(row.kind, row.item_id), row.words])));
  });
}

const wordsOf = (ctx: Context, { id }: MediationType): Promise<Said> => requestLoader(ctx, "mediationWords", () => wordsLoader(ctx.db)).load(id);

@Resolver(() => MediationType)
export class MediationResolver {
  @Query(() => MediationType, { nullable: true, description: "One mediation; null when there is none in the viewer's scope.", complexity: ({ childComplexity }) => 5 + childComplexity })
  mediation(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<MediationType | null> {
    return readMediation(ctx, id);
  }

  @Query(() => MediationConnection, { description: "Mediations of areas, the one that waits for the earliest day first.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 10) })
  async mediations(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("states", () => [MediationStateEnum], { nullable: true, description: "States." }) states: MediationState[] | null | undefined,
    @Arg("mine", () => Boolean, { nullable: true, description: "Only those the viewer mediates." }) mine: boolean | null | undefined,
    @Arg("confirmWithin", () => Int, { nullable: true, description: "Only those whose window of judicial confirmation ends in so many days, 0 to 60, and is not needless: the reminder." }) confirmWithin: number | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<MediationConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    if (confirmWithin != null && (confirmWithin < 0 || confirmWithin > 60)) throw badInput("confirmWithin must be 0 to 60");
    const q = new Statement();
    const ranges = `{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
    const parts = [`c.area_no <@ ${q.bind(ranges, "int8multirange")}`, scopeOf(q, ctx)];
    if (states) parts.push(`m.state = any(${q.bind(states, "text[]")})`);
    if (mine === true) parts.push(`m.mediation -> 'mediatorIds' ? ${q.bind(ctx.viewer.personId, "text")}`);
    if (confirmWithin != null) {
      const today = q.bind(await ctx.now(), "timestamptz");
      parts.push(`m.state = 'AGREED' and m.mediation ->> 'appliedAt' is null
        and m.confirm_until between (${today} at time zone 'Asia/Shanghai')::date and (${today} at time zone 'Asia/Shanghai')::date + ${q.bind(confirmWithin, "int")}`);
    }
    if (cursor) parts.push(`(coalesce(m.next_on, 'infinity'::date), m.id) > (${q.bind(cursorDay(cursor.at), "date")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ mediation: Mediation; at: string }>(
      ctx.db,
      `select m.mediation, coalesce(m.next_on, 'infinity'::date)::text as at from mediation m join cases c on c.id = m.case_id
       where ${parts.join(" and ")} order by coalesce(m.next_on, 'infinity'::date), m.id limit ${q.bind(checkFirst(first) + 1, "int")}`,
    );
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return { nodes: shown.map((row) => mediationType(row.mediation)), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.at, last.mediation.id) : null } };
  }

  @FieldResolver(() => CaseType, { description: "Its case.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async case(@Root() { source }: MediationType, @Ctx() ctx: Context): Promise<CaseType> {
    const [found] = await readCasesById(ctx, [source.caseId]);
    if (!found) throw new Error("A mediation was shown without its case");
    return caseType(found);
  }

  @FieldResolver(() => [MediationPartyType], { description: "The parties, in the order of their sides.", complexity: 5 })
  parties(@Root() { source }: MediationType, @Ctx() ctx: Context): Promise<MediationPartyType[]> {
    return Promise.all(
      source.parties.map(async ({ key, side, personId }) => ({ key, side, person: await personOf(ctx, personId), heardAt: source.statements.find((s) => s.partyKey === key)?.at ?? null })),
    );
  }

  @FieldResolver(() => [PersonType], { description: "Who mediates; none of them a party.", complexity: 5 })
  async mediators(@Root() { source }: MediationType, @Ctx() ctx: Context): Promise<PersonType[]> {
    return (await Promise.all(source.mediatorIds.map((id) => personOf(ctx, id)))).filter((one) => one !== null);
  }

  @FieldResolver(() => [PartyStatementType], { description: "What the parties said, the oldest first.", complexity: 5 })
  async statements(@Root() m: MediationType, @Ctx() ctx: Context): Promise<PartyStatementType[]> {
    const said = await wordsOf(ctx, m);
    return m.source.statements.map((s) => ({ ...s, words: said.get(keyOf("STATEMENT", s.id)) ?? null }));
  }

  @FieldResolver(() => String, { nullable: true, description: "纠纷主要事实; null before they were put down.", complexity: 1 })
  async facts(@Root() m: MediationType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, m)).get(keyOf("FACTS")) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "争议事项; null before they were put down.", complexity: 1 })
  async issues(@Root() m: MediationType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, m)).get(keyOf("ISSUES")) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "An oral agreement as the mediator wrote it down; null for a written one.", complexity: 1 })
  async record(@Root() m: MediationType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, m)).get(keyOf("RECORD")) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why there was no agreement, in words; null when there was, or none yet.", complexity: 1 })
  async endReason(@Root() m: MediationType, @Ctx() ctx: Context): Promise<string | null> {
    return (await wordsOf(ctx, m)).get(keyOf("REASON")) ?? null;
  }

  @FieldResolver(() => [AgreementTermType], { description: "The terms, in the order of the agreement; empty before it.", complexity: 5 })
  async terms(@Root() m: MediationType, @Ctx() ctx: Context): Promise<AgreementTermType[]> {
    const said = await wordsOf(ctx, m);
    return m.source.terms.map((term) => ({ ...term, what: said.get(keyOf("TERM", term.id)) ?? null }));
  }

  @FieldResolver(() => [ReturnVisitType], { description: "Return visits, the oldest first.", complexity: 5 })
  async returnVisits(@Root() m: MediationType, @Ctx() ctx: Context): Promise<ReturnVisitType[]> {
    const said = await wordsOf(ctx, m);
    return Promise.all(m.source.returnVisits.map(async ({ id, at, by, partyKey }) => ({ id, at, partyKey, by: await personOf(ctx, by), words: said.get(keyOf("VISIT", id)) ?? null })));
  }

  @FieldResolver(() => [MediationActionStateType], { description: "What the viewer may do to it now, and why not the rest; every row of the table.", complexity: 5 })
  async actions(@Root() { source }: MediationType, @Ctx() ctx: Context): Promise<MediationActionStateType[]> {
    const c = await requestLoader(ctx, "cases", () => caseLoader(ctx.db)).load(source.caseId);
    return mediationActionNames.map((action) => {
      const refusal = whyNotMediation(action, source, c, ctx.viewer);
      const { code, message } = refusal ? refusalType(refusal, ctx.language) : { code: null, message: null };
      return { action, allowed: refusal === null, code, message };
    });
  }
}

/** A day of a cursor; whatever is none stands at the end of the list. */
function cursorDay(at: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(at) && !Number.isNaN(Date.parse(at)) ? at : "infinity";
}

/** Loads the last mediation of cases the viewer sees whole. */
function lastLoader(ctx: Context): DataLoader<string, Mediation | null> {
  return new DataLoader(async (ids) => {
    const q = new Statement();
    const wanted = q.bind(ids, "uuid[]");
    const rows = await q.run<{ mediation: Mediation }>(
      ctx.db,
      `select distinct on (m.case_id) m.mediation from mediation m join cases c on c.id = m.case_id where m.case_id = any(${wanted}) and ${scopeOf(q, ctx)} order by m.case_id, m.opened_at desc, m.id desc`,
    );
    const byCase = new Map(rows.map(({ mediation }) => [mediation.caseId, mediation]));
    return ids.map((id) => byCase.get(id) ?? null);
  });
}

@Resolver(() => CaseType)
export class CaseMediationResolver {
  @FieldResolver(() => MediationType, { nullable: true, description: "Its last mediation; null when it had none, or when masked.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async mediation(@Root() c: CaseType, @Ctx() ctx: Context): Promise<MediationType | null> {
    if (c.visibility !== "WHOLE" || c.kind !== "DISPUTE") return null;
    const last = await requestLoader(ctx, "lastMediations", () => lastLoader(ctx)).load(c.id);
    return last && mediationType(last);
  }
}
