import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { checkAreas } from "../cases/check-areas.ts";
import { isUuid } from "../database/uuid.ts";
import { Position } from "../feed/position.ts";
import { earlyError } from "../http/api-error.ts";
import type { Context } from "../http/context.ts";
import { seesWhole } from "./case-asked.ts";
import { ChangeSignal, LiveSignal, PresenceType } from "./live-types.ts";
import type { Live } from "./live.ts";
import type { Seat } from "./seats.ts";

/** What a subscription gets: the context of a request, and the stream it is answered on. */
export interface StreamContext extends Context {
  readonly live: Live;
  readonly seat: Seat;
}

/** Opening a stream reads what happened meanwhile. */
const PRICE = 20;

const after = "Where to go on: the `position` of the last signal; what happened since comes first. Without it the stream begins now, and its first signal says where that is.";

/** TypeGraphQL leaves the types of arguments to whoever reads them: these are as the decorators below declare them. */
interface Asked<Args> {
  readonly args: Args;
  readonly context: StreamContext;
}

function ofOneCase({ args: { id, after: from }, context }: Asked<{ id: string; after?: number | null }>): Promise<AsyncIterable<ChangeSignal>> {
  return openCase(context, id, from ?? null);
}

async function openCase({ live, seat, db, viewer, language }: StreamContext, id: string, from: number | null): Promise<AsyncIterable<ChangeSignal>> {
  if (!isUuid(id) || !(await seesWhole(db, viewer, id))) throw earlyError("NOT_FOUND", language === "en" ? "There is no such case" : "没有这件事项");
  const stream = seat.stream<ChangeSignal>((push) => live.oneCase(seat, id, from, push));
  await live.look(seat, id);
  return stream;
}

async function ofPage({ args: { areas, after: from, looking }, context: { live, seat } }: Asked<{ areas: string[]; after?: number | null; looking?: string | null }>): Promise<AsyncIterable<LiveSignal>> {
  const wanted = checkAreas(areas);
  const stream = seat.stream<LiveSignal>((push) => {
    live.changes(seat, wanted, from ?? null, (change) => push({ change, presence: null }));
    live.presence(seat, wanted, (presence) => push({ change: null, presence }));
  });
  if (looking != null && isUuid(looking)) await live.look(seat, looking);
  return stream;
}

@Resolver()
export class LiveSubscriptions {
  @Subscription(() => ChangeSignal, {
    description: "That something changed in some areas, of what the viewer sees whole.",
    complexity: PRICE,
    subscribe: ({ args: { areas, after: from }, context: { live, seat } }: Asked<{ areas?: string[] | null; after?: number | null }>) => {
      const wanted = areas == null ? null : checkAreas(areas);
      return seat.stream<ChangeSignal>((push) => live.changes(seat, wanted, from ?? null, push));
    },
  })
  changed(
    @Root() signal: ChangeSignal,
    @Arg("areas", () => [ID], { nullable: true, description: "Area codes; all that the viewer works in when there are none." }) _areas: string[] | null | undefined,
    @Arg("after", () => Position, { nullable: true, description: after }) _after: number | null | undefined,
  ): ChangeSignal {
    return signal;
  }

  @Subscription(() => ChangeSignal, {
    description: "That one case changed, as long as the viewer sees it whole. Whoever has this stream open is looking at the case: others are told so by `presence`.",
    complexity: PRICE,
    subscribe: ofOneCase,
  })
  caseChanged(
    @Root() signal: ChangeSignal,
    @Arg("id", () => ID, { description: "Its id." }) _id: string,
    @Arg("after", () => Position, { nullable: true, description: after }) _after: number | null | undefined,
  ): ChangeSignal {
    return signal;
  }

  @Subscription(() => PresenceType, {
    description: "Who is looking at the cases of some areas, of those that the viewer sees whole: all of them first, then each that changes.",
    complexity: PRICE,
    subscribe: ({ args: { areas }, context: { live, seat } }: Asked<{ areas: string[] }>) => {
      const wanted = checkAreas(areas);
      return seat.stream<PresenceType>((push) => live.presence(seat, wanted, push));
    },
  })
  presence(@Root() presence: PresenceType, @Arg("areas", () => [ID], { description: "Area codes." }) _areas: string[]): PresenceType {
    return presence;
  }

  @Subscription(() => LiveSignal, {
    description: "`changed` and `presence` over one connection, for a page that shows a board and perhaps one case: browsers open few connections to one server.",
    complexity: 2 * PRICE,
    subscribe: ofPage,
  })
  live(
    @Root() signal: LiveSignal,
    @Arg("areas", () => [ID], { description: "Area codes." }) _areas: string[],
    @Arg("after", () => Position, { nullable: true, description: after }) _after: number | null | undefined,
    @Arg("looking", () => ID, { nullable: true, description: "Id of the case that is open: others are told who looks at it." }) _looking: string | null | undefined,
  ): LiveSignal {
    return signal;
  }
}
