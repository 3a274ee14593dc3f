import { communityOf, decideSupport, isRefusal, whyNot, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { OpinionInput, type VoiceInput } from "./opinion-input.ts";
import { OpinionType } from "./opinion-type.ts";
import { readOpinion } from "./read-opinion.ts";
import { insertOpinion, voiced } from "./store-opinion.ts";
import { perform, type Act } from "../cases/act.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { countCase } from "../cases/daily-limit.ts";
import { readCase } from "../cases/read-case.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of addOpinion. There is no expectedVersion: whatever happened to the case meanwhile, what was said was said." })
export class AddOpinionInput extends OpinionInput {
  @Field(() => ID, { description: "The open case it speaks of." })
  caseId!: string;
}

@ObjectType({ description: "Answer of addOpinion: the opinion and its case, or the refusal." })
export class AddOpinionPayload {
  @Field(() => OpinionType, { nullable: true, description: "What was written down, with the code of its slip; null when refused." })
  opinion!: OpinionType | null;

  @Field(() => CaseType, { nullable: true, description: "The case that carries it, with one supporter more; null when refused." })
  case!: CaseType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** Joins what somebody said to a locked case, inside an act. @returns the opinion's id */
export async function supportCase(ctx: Context, act: Act, c: Case, input: VoiceInput): Promise<string> {
  // Before anything is looked up for it: a case that is hidden does not tell by what is missing.
  const no = whyNot("support", c, act.facts.viewer);
  if (no) return act.refuse(no);
  const opinionId = uuidv7();
  const said = await voiced(ctx, act, input, c.gridCode);
  if (isRefusal(said)) return act.refuse(said);
  const decision = decideSupport(c, { ...said, opinionId }, act.facts);
  if (isRefusal(decision)) return act.refuse(decision);
  const over = await countCase(act.client, ctx, communityOf(c.gridCode), act.facts);
  if (over) return act.refuse(over);
  // Before the case, which then writes down how far its answer has come.
  await insertOpinion(ctx, act, opinionId, c.id, said);
  await act.decide(c, decision);
  return opinionId;
}

@Resolver()
export class AddOpinion {
  @Mutation(() => AddOpinionPayload, { description: "附议: somebody else speaks of a matter that is a case already: one supporter more, and one more who is answered." })
  async addOpinion(@Arg("input", () => AddOpinionInput, { description: "What was said, by whom, and of which case." }) input: AddOpinionInput, @Ctx() ctx: Context): Promise<AddOpinionPayload> {
    const on = [{ id: input.caseId, expectedVersion: null }];
    const done = await perform(ctx, { verb: "addOpinion", input, on, about: "OPINION" }, (act) => supportCase(ctx, act, act.cases.get(input.caseId) as Case, input));
    if (isRefusal(done)) return { opinion: null, case: null, refusal: refusalType(done, ctx.language) };
    const opinion = await readOpinion(ctx.db, ctx.viewer, done);
    const carrier = opinion && (await readCase(ctx, { id: opinion.source.present_case_id }));
    return { opinion, case: carrier && caseType(carrier), refusal: null };
  }
}
