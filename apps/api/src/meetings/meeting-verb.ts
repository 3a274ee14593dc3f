import { isRefusal, recordedItem, recordedMeeting, type AgendaDecision, type Facts, type MeetingDecision } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { AgendaItemType } from "./agenda-type.ts";
import { keptItems, keptMeetings, type LockedItem, type LockedMeeting } from "./meeting-lock.ts";
import { agendaItemType, readItems, readMeetings } from "./meeting-read.ts";
import { storeAgendaItem, storeMeeting } from "./meeting-store.ts";
import { MeetingType } from "./meeting-type.ts";
import { performOn, type Act } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class MeetingPayload {
  @Field(() => MeetingType, { nullable: true, description: "The meeting as it is now; null when refused." })
  meeting!: MeetingType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@ObjectType()
export abstract class AgendaPayload {
  @Field(() => AgendaItemType, { nullable: true, description: "The item as it is now; null when refused." })
  agendaItem!: AgendaItemType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** The answer about a meeting: as the viewer sees it now, or why nothing was done. */
export async function meetingPayload(ctx: Context, done: Parameters<typeof refusalType>[0] | string): Promise<MeetingPayload> {
  if (isRefusal(done)) return { meeting: null, refusal: refusalType(done, ctx.language) };
  return { meeting: (await readMeetings(ctx, [done]))[0] ?? null, refusal: null };
}

/** The usual verb on a meeting: one decision, stored. */
export async function actOnMeeting(ctx: Context, verb: string, input: VerbInput, decide: (at: LockedMeeting, facts: Facts, act: Act) => MeetingDecision | Promise<MeetingDecision>): Promise<MeetingPayload> {
  const done = await performOn(ctx, keptMeetings, { verb, input }, async (act, found) => {
    const recorded = recordedMeeting(found.meeting, await decide(found, act.facts, act), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await storeMeeting(act.client, recorded, act.facts.now);
    return found.meeting.id;
  });
  return meetingPayload(ctx, done);
}

/** The usual verb on an agenda item: one decision, stored. */
export async function actOnItem(ctx: Context, verb: string, input: VerbInput, decide: (at: LockedItem, facts: Facts, act: Act) => AgendaDecision | Promise<AgendaDecision>): Promise<AgendaPayload> {
  const done = await performOn(ctx, keptItems, { verb, input }, async (act, found) => {
    const recorded = recordedItem(found.item, await decide(found, act.facts, act), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await storeAgendaItem(act.client, found.meeting, recorded, found.areaNo);
    return found.item.id;
  });
  if (isRefusal(done)) return { agendaItem: null, refusal: refusalType(done, ctx.language) };
  const [source] = await readItems(ctx.db, ctx.viewer, "id", [done]);
  return { agendaItem: source ? agendaItemType(source) : null, refusal: null };
}
