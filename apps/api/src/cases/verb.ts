import { isRefusal, type Case, type Decision, type Facts } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { perform, type Act, type ActRequest } from "./act.ts";
import { CaseType, caseType } from "./case-type.ts";
import { readCase } from "./read-case.ts";
import { RefusalType, refusalType } from "./refusal-type.ts";
import { VerbInput } from "./verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class CasePayload {
  @Field(() => CaseType, { nullable: true, description: "The case as it is now; null when refused." })
  case!: CaseType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** An act on cases, answered with one of them as the viewer sees it afterwards (null when the act took it out of sight). */
export async function act(ctx: Context, request: ActRequest, work: (act: Act) => Promise<string>): Promise<CasePayload> {
  const done = await perform(ctx, request, work);
  if (isRefusal(done)) return { case: null, refusal: refusalType(done, ctx.language) };
  const found = await readCase({ db: ctx.db.planned, viewer: ctx.viewer, now: ctx.now }, { id: done });
  return { case: found && caseType(found), refusal: null };
}

/** The usual verb: one case, one decision. */
export function actOnCase<Input extends VerbInput>(ctx: Context, verb: string, input: Input, decide: (c: Case, facts: Facts, act: Act) => Decision | Promise<Decision>): Promise<CasePayload> {
  return act(ctx, { verb, input, on: [{ id: input.id, expectedVersion: input.expectedVersion }] }, async (on) => {
    const c = on.cases.get(input.id) as Case;
    await on.decide(c, await decide(c, on.facts, on));
    return c.id;
  });
}
