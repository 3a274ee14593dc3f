import type { ContactDay, LocalDate } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { ContactDayConnection, ContactDayType } from "./contact-day-type.ts";
import { placeJson, type SpokenPlaceType } from "./spoken-place.ts";
import { multirange, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";
import { personOf } from "../people/person-of.ts";

interface DayRow extends Omit<ContactDay, "place" | "heldAt">, Pick<ContactDayType, "areaName" | "opinions" | "notes"> {
  readonly place: SpokenPlaceType;
}

interface Wanted {
  readonly where: (q: Statement) => string;
  readonly limit: number;
}

/** Contact days of the viewer's communities by day and id. */
export async function readContactDays(ctx: Context, { where, limit }: Wanted): Promise<ContactDayType[]> {
  const q = new Statement();
  const rows = await q.run<{ day: DayRow }>(
    ctx.db,
    `select json_build_object('id', x.id, 'version', x.version, 'areaCode', x.area_code, 'areaName', a.name, 'date', x.date, 'movedFrom', x.moved_from, 'from', x.starts_at, 'to', x.ends_at,
       'place', ${placeJson}, 'dutyOfficerId', x.duty_officer_id, 'reached', x.reached, 'opinions', x.opinions, 'state', x.state,
       'notes', (select w.words from event e join event_words w on w.event_id = e.id where e.stream_kind = 'CONTACT_DAY' and e.stream_id = x.id order by e.seq desc limit 1)) as day
     from contact_day x join area a on a.code = x.area_code
     where ${withinReach(q, ctx.viewer, "places", "x.area_no")} and ${where(q)} order by x.date, x.id limit ${q.bind(limit, "int")}`,
  );
  return Promise.all(rows.map(async ({ day: { dutyOfficerId, ...d } }) => ({ ...d, dutyOfficer: await personOf(ctx, dutyOfficerId) })));
}

/** One contact day; null when there is none in the viewer's communities. */
export async function readContactDay(ctx: Context, id: string): Promise<ContactDayType | null> {
  if (!isUuid(id)) return null;
  return (await readContactDays(ctx, { where: (q) => `x.id = ${q.bind(id, "uuid")}`, limit: 1 }))[0] ?? null;
}

@Resolver()
export class ContactDayResolver {
  @Query(() => ContactDayConnection, {
    description: "社情民意联系日 of areas, by day: planned, held and cancelled ones.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10),
  })
  async contactDays(
    @Arg("areas", () => [ID], { description: "Area codes: the contact days of these areas and of all below them." }) areas: string[],
    @Arg("from", () => LocalDateScalar, { description: "First day." }) from: LocalDate,
    @Arg("to", () => LocalDateScalar, { description: "Last day." }) to: LocalDate,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ContactDayConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const within = multirange(checkAreas(areas));
    const found = await readContactDays(ctx, {
      limit: checkFirst(first) + 1,
      where: (q) => {
        const parts = [`x.area_no <@ ${q.bind(within, "int8multirange")}`, `x.date between ${q.bind(from, "date")} and ${q.bind(to, "date")}`];
        if (cursor) parts.push(`(x.date::text, x.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
        return parts.join(" and ");
      },
    });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.date, last.id) : null } };
  }
}
