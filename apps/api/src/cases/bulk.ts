import { decideAssign, decideEscalate, type AssignmentRole, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { AssignmentRoleEnum } from "./case-enums.ts";
import type { Act } from "./act.ts";
import { act, CasePayload } from "./verb.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { holdsAnyRole } from "../people/standing.ts";

@InputType({ description: "One case of many, with the version it was decided on and a key of its own." })
export class CaseTicket {
  @Field(() => ID, { description: "The case." })
  id!: string;

  @Field(() => Int, { description: "The version it was decided on." })
  expectedVersion!: number;

  @Field(() => ID, { description: "A UUID of the client's own, new for every case and act." })
  idempotencyKey!: string;
}

@InputType({ description: "Input of escalateCases." })
export class EscalateCasesInput {
  @Field(() => [CaseTicket], { description: "1 to 100 cases." })
  cases!: CaseTicket[];

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "Input of assignCases." })
export class AssignCasesInput {
  @Field(() => [CaseTicket], { description: "1 to 100 cases." })
  cases!: CaseTicket[];

  @Field(() => ID, { description: "Who." })
  personId!: string;

  @Field(() => AssignmentRoleEnum, { description: "As what." })
  as!: AssignmentRole;

  @Field(() => String, { nullable: true, description: "Why; may be absent." })
  reason?: string | null;
}

@ObjectType({ description: "The answer for one case of many." })
export class CaseResult extends CasePayload {
  @Field(() => ID, { description: "The case that was named." })
  id!: string;
}

@ObjectType({ description: "Answer of escalateCases: one result for each case, in the order named." })
export class EscalateCasesPayload {
  @Field(() => [CaseResult], { description: "The results." })
  results!: CaseResult[];
}

@ObjectType({ description: "Answer of assignCases: one result for each case, in the order named." })
export class AssignCasesPayload {
  @Field(() => [CaseResult], { description: "The results." })
  results!: CaseResult[];
}

/** Each case in a transaction of its own: one that is refused stops no other. */
async function each(ctx: Context, verb: string, tickets: readonly CaseTicket[], rest: object, work: (c: Case, on: Act) => Promise<void>): Promise<CaseResult[]> {
  if (tickets.length === 0 || tickets.length > 100) throw badInput("cases must name 1 to 100 cases");
  const results: CaseResult[] = [];
  for (const ticket of tickets) {
    const { id, expectedVersion, idempotencyKey } = ticket;
    const payload = await act(ctx, { verb, input: { ...rest, id, expectedVersion, idempotencyKey } as { idempotencyKey: string }, on: [{ id, expectedVersion }] }, async (on) => {
      const c = on.cases.get(id) as Case;
      await work(c, on);
      return c.id;
    });
    results.push({ id, case: payload.case, refusal: payload.refusal });
  }
  return results;
}

@Resolver()
export class Bulk {
  @Mutation(() => EscalateCasesPayload, { description: "Escalates up to 100 cases one level each, for one reason.", complexity: ({ childComplexity, args }) => 10 * (args.input as EscalateCasesInput).cases.length + childComplexity })
  async escalateCases(@Arg("input", () => EscalateCasesInput, { description: "What is asked for." }) input: EscalateCasesInput, @Ctx() ctx: Context): Promise<EscalateCasesPayload> {
    const { reason, cases } = input;
    return { results: await each(ctx, "escalateCases", cases, { reason }, async (c, { decide, facts }) => decide(c, decideEscalate(c, { reason }, facts))) };
  }

  @Mutation(() => AssignCasesPayload, { description: "Assigns somebody to up to 100 cases.", complexity: ({ childComplexity, args }) => 10 * (args.input as AssignCasesInput).cases.length + childComplexity })
  async assignCases(@Arg("input", () => AssignCasesInput, { description: "What is asked for." }) input: AssignCasesInput, @Ctx() ctx: Context): Promise<AssignCasesPayload> {
    const { personId, as, cases } = input;
    const reason = input.reason ?? "";
    const results = await each(ctx, "assignCases", cases, { personId, as, reason }, async (c, { client, decide, facts }) => {
      const assigneeInScope = await holdsAnyRole(client, personId, c, facts);
      await decide(c, decideAssign(c, { personId, as, reason, assigneeInScope }, facts));
    });
    return { results };
  }
}
