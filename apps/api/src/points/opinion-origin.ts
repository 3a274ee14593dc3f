import { originProblem, type CollectionPoint, type ContactDay, type Instant, type Refusal, type Viewer } from "@bandeng/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { readContactDay } from "./contact-day-query.ts";
import { ContactDayType } from "./contact-day-type.ts";
import { readPoint } from "./point-query.ts";
import { CollectionPointType } from "./point-type.ts";
import { withinReach } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { OpinionType } from "../opinions/opinion-type.ts";

/** Where an opinion says it was voiced, as it is sent. */
export interface NamedOrigin {
  readonly pointId?: string | null;
  readonly contactDayId?: string | null;
}

type SeenPoint = Pick<CollectionPoint, "areaCode" | "closedOn">;
type SeenDay = Pick<ContactDay, "areaCode" | "state" | "date">;

async function pointNamed(client: Runner, viewer: Viewer, id: string): Promise<SeenPoint | undefined> {
  if (!isUuid(id)) return undefined;
  const q = new Statement();
  const where = `x.id = ${q.bind(id, "uuid")} and ${withinReach(q, viewer, "places", "x.area_no")}`;
  return (await q.run<SeenPoint & Record<string, unknown>>(client, `select x.area_code as "areaCode", x.closed_on as "closedOn" from collection_point x where ${where}`))[0];
}

async function dayNamed(client: Runner, viewer: Viewer, id: string): Promise<SeenDay | undefined> {
  if (!isUuid(id)) return undefined;
  const q = new Statement();
  const where = `x.id = ${q.bind(id, "uuid")} and ${withinReach(q, viewer, "places", "x.area_no")}`;
  return (await q.run<SeenDay & Record<string, unknown>>(client, `select x.area_code as "areaCode", x.state, x.date from contact_day x where ${where}`))[0];
}

/** Refuses a point or contact day that an opinion about something in an area cannot have come from; null when it can, or names none. */
export async function originRefusal(client: Runner, viewer: Viewer, { pointId, contactDayId }: NamedOrigin, about: { readonly areaCode: string; readonly voicedAt: Instant }): Promise<Refusal | null> {
  const point = pointId == null ? null : await pointNamed(client, viewer, pointId);
  const day = contactDayId == null ? null : await dayNamed(client, viewer, contactDayId);
  return originProblem({ ...about, point, day });
}

@Resolver(() => OpinionType)
export class OpinionOriginResolver {
  @FieldResolver(() => CollectionPointType, { nullable: true, description: "The collection point it was left at; null when at none, or at none of the viewer's communities.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async point(@Root() { pointId }: OpinionType, @Ctx() ctx: Context): Promise<CollectionPointType | null> {
    return pointId === null ? null : readPoint(ctx, pointId);
  }

  @FieldResolver(() => ContactDayType, { nullable: true, description: "The contact day it was said on; null when on none, or on none of the viewer's communities.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async contactDay(@Root() { contactDayId }: OpinionType, @Ctx() ctx: Context): Promise<ContactDayType | null> {
    return contactDayId === null ? null : readContactDay(ctx, contactDayId);
  }
}
