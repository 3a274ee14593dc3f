import { areaRange, type MeetingStatus } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { MeetingStatusEnum } from "./meeting-enums.ts";
import { meetingColumns, meetingTables, meetingType, readMeetings, type MeetingRow } from "./meeting-read.ts";
import { meetingScope } from "./meeting-scope.ts";
import { MeetingConnection, MeetingType } from "./meeting-type.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@Resolver()
export class MeetingQueryResolver {
  @Query(() => MeetingType, { nullable: true, description: "One bench meeting; null when there is none for the viewer.", complexity: ({ childComplexity }) => 10 + childComplexity })
  async meeting(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<MeetingType | null> {
    return isUuid(id) ? ((await readMeetings(ctx, [id]))[0] ?? null) : null;
  }

  @Query(() => MeetingConnection, { description: "Bench meetings of areas, by when the neighbours sit together, the latest first.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20) })
  async meetings(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("from", () => DateTime, { nullable: true, description: "Not before." }) from: string | null | undefined,
    @Arg("to", () => DateTime, { nullable: true, description: "Before." }) to: string | null | undefined,
    @Arg("statuses", () => [MeetingStatusEnum], { nullable: true, description: "Statuses." }) statuses: MeetingStatus[] | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<MeetingConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const ranges = `{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
    const parts = [`m.area_no <@ ${q.bind(ranges, "int8multirange")}`, meetingScope(q, ctx.viewer)];
    if (from != null) parts.push(`m.meets_at >= ${q.bind(from, "timestamptz")}`);
    if (to != null) parts.push(`m.meets_at < ${q.bind(to, "timestamptz")}`);
    if (statuses) parts.push(`m.status = any(${q.bind(statuses, "text[]")})`);
    if (cursor) parts.push(`(m.meets_at, m.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const limit = q.bind(checkFirst(first) + 1, "int");
    const rows = await q.run<MeetingRow & Record<string, unknown>>(ctx.db, `select ${meetingColumns} from ${meetingTables} where ${parts.join(" and ")} order by m.meets_at desc, m.id desc limit ${limit}`);
    const edges = rows.slice(0, first).map((row) => ({ node: meetingType(row), cursor: encodeCursor(row.sort, row.meeting.id) }));
    return { edges, nodes: edges.map((e) => e.node), pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }
}
