import { decideEndUnresolved, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { resolving } from "./resolving.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of endItemUnresolved." })
export class EndItemUnresolvedInput extends VerbInput {}

@ObjectType({ description: "Answer of endItemUnresolved: the item, or the refusal." })
export class EndItemUnresolvedPayload extends AgendaPayload {}

@Resolver()
export class EndItemUnresolved {
  @Mutation(() => EndItemUnresolvedPayload, { description: "The item ends without a resolution; why, the rule says. The case may come to the next bench." })
  endItemUnresolved(@Arg("input", () => EndItemUnresolvedInput, { description: "What is asked for." }) input: EndItemUnresolvedInput, @Ctx() ctx: Context): Promise<EndItemUnresolvedPayload> {
    return actOnItem(ctx, "endItemUnresolved", input, async (found, facts, act) => {
      const known = await resolving(found, act);
      return isRefusal(known) ? known : decideEndUnresolved(found.item, found.meeting, known, facts);
    });
  }
}
