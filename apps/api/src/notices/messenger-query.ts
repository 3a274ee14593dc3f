import { areaNumber, isAreaCode } from "@bandeng/domain";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { DeliveryType, MessengerType } from "./messenger-type.ts";
import { withinReach } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/** The last messages that are shown. */
const SHOWN = 10;

/** The messenger of a community, for whoever configures it; null where there is none, or none for this viewer. */
export async function readMessenger(ctx: Context, communityCode: string): Promise<MessengerType | null> {
  if (!isAreaCode(communityCode)) return null;
  const q = new Statement();
  const [row] = await q.run<MessengerType & Record<string, unknown>>(
    ctx.db,
    `select community_code as "communityCode", url, set_at as "setAt", case when earlier_until > ${q.bind(await ctx.now(), "timestamptz")} then earlier_until end as "earlierUntil"
     from messenger where area_no = ${q.bind(areaNumber(communityCode), "int8")} and ${withinReach(q, ctx.viewer, "configures", "area_no")}`,
  );
  return row ?? null;
}

@Resolver(() => MessengerType)
export class MessengerResolver {
  @Query(() => MessengerType, { nullable: true, description: "The outside messenger of a community; null where there is none, and for whoever does not configure the community (CONFIGURE_COMMUNITY)." })
  messenger(@Arg("communityCode", () => ID, { description: "The community." }) communityCode: string, @Ctx() ctx: Context): Promise<MessengerType | null> {
    return readMessenger(ctx, communityCode);
  }

  @FieldResolver(() => [DeliveryType], { description: "The last ten messages, the latest first.", complexity: ({ childComplexity }) => 10 + SHOWN * childComplexity })
  deliveries(@Root() { communityCode }: MessengerType, @Ctx() ctx: Context): Promise<DeliveryType[]> {
    const q = new Statement();
    return q.run<DeliveryType & Record<string, unknown>>(
      ctx.db,
      `select id, created_at as "createdAt", subject_id is null as test, case when delivered then 'DELIVERED' when ended_at is not null then 'FAILED' else 'WAITING' end as state,
         attempts::int, http_status::int as status, failure, case when ended_at is null then next_at end as "nextAt"
       from delivery where channel = 'MESSENGER' and endpoint = ${q.bind(communityCode)} and ${withinReach(q, ctx.viewer, "configures", "area_no")}
       order by created_at desc, id desc limit ${q.bind(SHOWN, "int")}`,
    );
  }
}
