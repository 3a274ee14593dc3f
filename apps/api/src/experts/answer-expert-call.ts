import { askedNow, decideAnswerCall, isRefusal, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { PoolClient } from "pg";
import { standingsTo } from "./conflict.ts";
import { caseScope, conditions } from "../access/scope.ts";
import { perform } from "../cases/act.ts";
import { caseType } from "../cases/case-type.ts";
import { readCase } from "../cases/read-case.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { CasePayload } from "../cases/verb.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerExpertCall." })
export class AnswerExpertCallInput {
  @Field(() => ID, { description: "The call." })
  callId!: string;

  @Field(() => Boolean, { description: "Whether he comes. If not, the next one is asked at once." })
  accepted!: boolean;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType({ description: "Answer of answerExpertCall: the case, or the refusal; neither where the answer was no and the case is not the viewer's to see." })
export class AnswerExpertCallPayload extends CasePayload {}

interface Call {
  readonly case_id: string;
  readonly grid_code: string;
}

/** The call, for whom it is asked, or who sees its case whole. */
async function callFor(client: PoolClient, { viewer }: Context, id: string): Promise<Call | null> {
  if (!isUuid(id)) return null;
  const q = new Statement();
  const own = conditions.on ? `(k.asked_id = ${q.bind(viewer.personId, "uuid")} or exists (select from cases c where c.id = k.case_id and ${caseScope(q, viewer).whole}))` : "true";
  const [call] = await q.run<Call & Record<string, unknown>>(client, `select k.case_id, k.grid_code from expert_call k where k.id = ${q.bind(id, "uuid")} and ${own}`);
  return call ?? null;
}

@Resolver()
export class AnswerExpertCall {
  @Mutation(() => AnswerExpertCallPayload, { description: "The expert answers a call, or whoever may call experts writes down what he said. Who accepts sees that one case whole." })
  async answerExpertCall(@Arg("input", () => AnswerExpertCallInput, { description: "Which call, and the answer." }) input: AnswerExpertCallInput, @Ctx() ctx: Context): Promise<AnswerExpertCallPayload> {
    let call: Call | null = null;
    const request = {
      verb: "answerExpertCall", input, on: [],
      area: () => call?.grid_code,
      readFirst: async (client: PoolClient) => {
        call = await callFor(client, ctx, input.callId);
      },
    };
    const done = await perform(ctx, request, async (act) => {
      const [c] = call ? await act.lock([call.case_id]) : [];
      if (!c) return act.refuse(refuse("CALL_ENDED", {}));
      const callId = input.callId.toLowerCase();
      const asked = c.calls.filter(({ id }) => id === callId).map(askedNow)[0];
      const [found] = asked ? await standingsTo(act.client, c, { personIds: [asked.personId] }, act.facts.now) : [];
      const decision = decideAnswerCall(c, { callId, accepted: input.accepted, standing: found?.standing ?? null }, act.facts);
      // Whose turn has passed learns that the call is over, and nothing else.
      await act.decide(c, isRefusal(decision) && decision.code === "NOT_FOUND" ? refuse("CALL_ENDED", {}) : decision);
      return c.id;
    });
    if (isRefusal(done)) return { case: null, refusal: refusalType(done, ctx.language) };
    const seen = await readCase(ctx, { id: done });
    return { case: seen && caseType(seen), refusal: null };
  }
}
