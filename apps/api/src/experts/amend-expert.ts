import { decideAmendExpert, type ExpertSkill } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { ExpertSkillEnum, ExpertTieInput } from "./expert-type.ts";
import { actOnExpert, checkTies, ExpertPayload } from "./expert-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendExpert." })
export class AmendExpertInput extends VerbInput {
  @Field(() => String, { description: "Where he works." })
  org!: string;

  @Field(() => [ExpertSkillEnum], { description: "What he can be called for, at least one." })
  skills!: ExpertSkill[];

  @Field(() => Boolean, { description: "Whether he can come at present." })
  available!: boolean;

  @Field(() => [ExpertTieInput], { nullable: true, description: "Whom he is tied to, 50 at most; absent: as it was." })
  ties?: ExpertTieInput[] | null;
}

@ObjectType({ description: "Answer of amendExpert: the entry, or the refusal." })
export class AmendExpertPayload extends ExpertPayload {}

@Resolver()
export class AmendExpert {
  @Mutation(() => AmendExpertPayload, { description: "Changes organisation, skills, availability or ties." })
  amendExpert(@Arg("input", () => AmendExpertInput, { description: "What is asked for." }) input: AmendExpertInput, @Ctx() ctx: Context): Promise<AmendExpertPayload> {
    const { org, skills, available } = input;
    return actOnExpert(ctx, "amendExpert", input, (expert, facts) => decideAmendExpert(expert, { org, skills, available }, facts), checkTies(input.ties));
  }
}
