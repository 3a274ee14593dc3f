import { decideWhistle, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { departmentExists } from "../people/standing.ts";

@InputType({ description: "Input of blowWhistle." })
export class BlowWhistleInput extends VerbInput {
  @Field(() => ID, { description: "The department." })
  departmentId!: string;

  @Field(() => String, { description: "What it is asked for." })
  ask!: string;
}

@ObjectType({ description: "Answer of blowWhistle: the case, or the refusal." })
export class BlowWhistlePayload extends CasePayload {}

@Resolver()
export class BlowWhistle {
  @Mutation(() => BlowWhistlePayload, { description: "吹哨: secretary or deputy calls a department to the case." })
  blowWhistle(@Arg("input", () => BlowWhistleInput, { description: "What is asked for." }) input: BlowWhistleInput, @Ctx() ctx: Context): Promise<BlowWhistlePayload> {
    return actOnCase(ctx, "blowWhistle", input, async (c, facts, act) => {
      if (!(await departmentExists(act.client, input.departmentId, c))) return refuse("UNKNOWN_DEPARTMENT", {}, "departmentId");
      return decideWhistle(c, { whistleId: uuidv7(), departmentId: input.departmentId, ask: input.ask }, facts);
    });
  }
}
