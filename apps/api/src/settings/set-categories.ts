import { decideSetCategories } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { CategoryLeafInput } from "./setting-type.ts";
import { actOnSetting, SettingPayload } from "./setting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of setCategories: `id` is the community's code." })
export class SetCategoriesInput extends VerbInput {
  @Field(() => [CategoryLeafInput], { description: "The whole tree; within a branch in the order given." })
  categories!: CategoryLeafInput[];
}

@ObjectType({ description: "Answer of setCategories: the settings, or the refusal." })
export class SetCategoriesPayload extends SettingPayload {}

@Resolver()
export class SetCategories {
  @Mutation(() => SetCategoriesPayload, { description: "Sets a community's tree of categories: names, order, leaves switched off, leaves of its own. None is taken out, for cases keep theirs." })
  setCategories(@Arg("input", () => SetCategoriesInput, { description: "What is asked for." }) input: SetCategoriesInput, @Ctx() ctx: Context): Promise<SetCategoriesPayload> {
    return actOnSetting(ctx, "setCategories", input, (setting, facts) => decideSetCategories(setting, input.categories.map(({ id, branch, zh, en, off }) => ({ id: id ?? null, branch, zh, en: en ?? "", off })), facts));
  }
}
