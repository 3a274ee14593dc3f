import { decideResolveItem, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { resolving } from "./resolving.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of resolveItem." })
export class ResolveItemInput extends VerbInput {}

@ObjectType({ description: "Answer of resolveItem: the item, or the refusal." })
export class ResolveItemPayload extends AgendaPayload {}

@Resolver()
export class ResolveItem {
  @Mutation(() => ResolveItemPayload, { description: "议定: the bench has agreed; on what, its rule says. Refused without quorum, with somebody concerned neither heard nor invited twice, and where the rule is not met." })
  resolveItem(@Arg("input", () => ResolveItemInput, { description: "What is asked for." }) input: ResolveItemInput, @Ctx() ctx: Context): Promise<ResolveItemPayload> {
    return actOnItem(ctx, "resolveItem", input, async (found, facts, act) => {
      const known = await resolving(found, act);
      return isRefusal(known) ? known : decideResolveItem(found.item, found.meeting, known, facts);
    });
  }
}
