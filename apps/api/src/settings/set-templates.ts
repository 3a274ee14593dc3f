import { decideSetTemplates } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { TextTemplateInput } from "./setting-type.ts";
import { actOnSetting, SettingPayload } from "./setting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of setTemplates: `id` is the community's code." })
export class SetTemplatesInput extends VerbInput {
  @Field(() => [TextTemplateInput], { description: "All of them; within a kind in the order given." })
  templates!: TextTemplateInput[];
}

@ObjectType({ description: "Answer of setTemplates: the settings, or the refusal." })
export class SetTemplatesPayload extends SettingPayload {}

@Resolver()
export class SetTemplates {
  @Mutation(() => SetTemplatesPayload, { description: "Sets the texts a community's forms offer. They are for everybody there: no resident's name belongs into them." })
  setTemplates(@Arg("input", () => SetTemplatesInput, { description: "What is asked for." }) input: SetTemplatesInput, @Ctx() ctx: Context): Promise<SetTemplatesPayload> {
    return actOnSetting(ctx, "setTemplates", input, (setting, facts) => decideSetTemplates(setting, input.templates.map(({ id, kind, name, body }) => ({ id: id ?? null, kind, name, body })), facts));
  }
}
