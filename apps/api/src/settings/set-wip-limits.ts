import { decideSetWipLimits } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { WipLimitInput } from "./setting-type.ts";
import { actOnSetting, SettingPayload } from "./setting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of setWipLimits: `id` is the community's code." })
export class SetWipLimitsInput extends VerbInput {
  @Field(() => [WipLimitInput], { description: "All limits; a column that is not named has none." })
  limits!: WipLimitInput[];
}

@ObjectType({ description: "Answer of setWipLimits: the settings, or the refusal." })
export class SetWipLimitsPayload extends SettingPayload {}

@Resolver()
export class SetWipLimits {
  @Mutation(() => SetWipLimitsPayload, { description: "Sets how many open cases the columns of a community's board should hold at most, over all lanes." })
  setWipLimits(@Arg("input", () => SetWipLimitsInput, { description: "What is asked for." }) input: SetWipLimitsInput, @Ctx() ctx: Context): Promise<SetWipLimitsPayload> {
    return actOnSetting(ctx, "setWipLimits", input, (setting, facts) => decideSetWipLimits(setting, input.limits, facts));
  }
}
