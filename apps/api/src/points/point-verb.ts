import { isRefusal, mayIn, recordPoint, refuse, seesPointsOf, type CollectionPoint, type Facts, type PointDecision, type PointDescription, type Refusal } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readPoint } from "./point-query.ts";
import { lockPoint, storePoint } from "./point-store.ts";
import { CollectionPointType, type PointDescriptionInput } from "./point-type.ts";
import { spokenPlaceOf } from "./spoken-place.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";

@ObjectType()
export abstract class PointPayload {
  @Field(() => CollectionPointType, { nullable: true, description: "The point as it is now; null when refused." })
  point!: CollectionPointType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptPoints: Kept<CollectionPoint> = { kind: "POINT", lock: lockPoint, sees: (point, viewer) => seesPointsOf(point.areaCode, viewer) };

/** What somebody wrote on a poster, as the rules look at it; a refusal where keeper or place do not exist. */
export async function describedPoint({ client, facts }: Act, areaCode: string, given: PointDescriptionInput): Promise<PointDescription | Refusal> {
  // Who may not keep it is not told what exists there.
  if (!mayIn(facts.viewer, "KEEP_POINTS", areaCode)) return refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" });
  const place = await spokenPlaceOf(client, areaCode, given.place);
  if (place === undefined) return refuse("UNKNOWN_PLACE", {}, "place");
  if (!(await peopleExist(client, facts.viewer, [given.keeperId]))) return refuse("UNKNOWN_PERSON", {}, "keeperId");
  const { name, kind, keeperId, office, officePhone, hours, hoursWords } = given;
  return { name, kind, place, keeperId: keeperId.toLowerCase(), office, officePhone: officePhone?.trim() || null, hours, hoursWords };
}

/** The answer about a point, or the refusal. */
export async function pointAnswer(ctx: Context, done: string | Refusal): Promise<PointPayload> {
  if (isRefusal(done)) return { point: null, refusal: refusalType(done, ctx.language) };
  return { point: await readPoint(ctx, done), refusal: null };
}

/** The path all verbs on a point share: locked, its version checked, decided, stored with its event. */
export async function actOnPoint(ctx: Context, verb: string, input: VerbInput, decide: (point: CollectionPoint, facts: Facts, act: Act) => PointDecision | Promise<PointDecision>): Promise<PointPayload> {
  const done = await performOn(ctx, keptPoints, { verb, input }, async (act, point) => {
    const body = await decide(point, act.facts, act);
    if (isRefusal(body)) return act.refuse(body);
    await storePoint(act.client, recordPoint(point, point.id, body, act.facts));
    return point.id;
  });
  return pointAnswer(ctx, done);
}
