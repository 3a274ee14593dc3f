import { isRefusal, recordContactDay, seesPointsOf, type ContactDay, type ContactDayDecision, type Facts } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readContactDay } from "./contact-day-query.ts";
import { lockContactDay, storeContactDay } from "./contact-day-store.ts";
import { ContactDayType } from "./contact-day-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class ContactDayPayload {
  @Field(() => ContactDayType, { nullable: true, description: "The contact day as it is now; null when refused." })
  contactDay!: ContactDayType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptDays: Kept<ContactDay> = { kind: "CONTACT_DAY", lock: lockContactDay, sees: (day, viewer) => seesPointsOf(day.areaCode, viewer) };

/** The path all verbs on a contact day share: locked, its version checked, decided, stored with its event. */
export async function actOnContactDay(ctx: Context, verb: string, input: VerbInput, decide: (day: ContactDay, facts: Facts, act: Act) => ContactDayDecision | Promise<ContactDayDecision>): Promise<ContactDayPayload> {
  const done = await performOn(ctx, keptDays, { verb, input }, async (act, day) => {
    const body = await decide(day, act.facts, act);
    if (isRefusal(body)) return act.refuse(body);
    await storeContactDay(act.client, recordContactDay(day, day.id, body, act.facts));
    return day.id;
  });
  if (isRefusal(done)) return { contactDay: null, refusal: refusalType(done, ctx.language) };
  return { contactDay: await readContactDay(ctx, done), refusal: null };
}
