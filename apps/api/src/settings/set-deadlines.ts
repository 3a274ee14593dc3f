import { decideSetDeadlines } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { DeadlineRuleInput } from "./setting-type.ts";
import { actOnSetting, SettingPayload } from "./setting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of setDeadlines: `id` is the community's code." })
export class SetDeadlinesInput extends VerbInput {
  @Field(() => [DeadlineRuleInput], { description: "Those that change." })
  rules!: DeadlineRuleInput[];
}

@ObjectType({ description: "Answer of setDeadlines: the settings, or the refusal." })
export class SetDeadlinesPayload extends SettingPayload {}

@Resolver()
export class SetDeadlines {
  @Mutation(() => SetDeadlinesPayload, { description: "Sets how long things may take in a community. It holds for what begins from now on: a deadline that was promised stays." })
  setDeadlines(@Arg("input", () => SetDeadlinesInput, { description: "What is asked for." }) input: SetDeadlinesInput, @Ctx() ctx: Context): Promise<SetDeadlinesPayload> {
    return actOnSetting(ctx, "setDeadlines", input, (setting, facts) => decideSetDeadlines(setting, input.rules, facts));
  }
}
