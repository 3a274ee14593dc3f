import {
  contactDates, decideCancelContactDay, decideHoldContactDay, decideOpenPoint, decidePlanContactDays, foldContactDay, isRefusal, localDateOf, plusNaturalDays, pointCodeOf, recordContactDay, recordPoint,
  type ContactDayEvent, type ContactDay, type Instant, type LocalDate, type OpeningSpan, type PointKind, type RecordedPoint, type Refusal,
} from "@bandeng/domain";
import type { CaseBook, ToldOpinion } from "./case-book.ts";
import type { DemoPeople } from "./people.ts";
import { demoCommunity } from "./place-plan.ts";
import type { DemoPlaces } from "./places.ts";
import { diceFor, idMaker } from "./seed.ts";
import { moment } from "./times.ts";

/** A contact day with its whole history. */
export interface DemoContactDay {
  readonly day: ContactDay;
  readonly events: readonly ContactDayEvent[];
}

export interface DemoPoints {
  readonly points: readonly RecordedPoint[];
  readonly days: readonly DemoContactDay[];
  /** Where an opinion was voiced, by its id: of those that came to a point or on a contact day. */
  readonly origins: ReadonlyMap<string, Origin>;
}

interface Origin {
  readonly pointId: string | null;
  readonly contactDayId: string | null;
}

const allWeek: readonly OpeningSpan[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "07:30", to: "20:00" }];
const officeHours: readonly OpeningSpan[] = [{ days: [1, 2, 3, 4, 5], from: "08:00", to: "12:00" }, { days: [1, 2, 3, 4, 5], from: "14:30", to: "17:30" }];
const openedAt: Instant = moment("2024-01-02", "09:00");

/** Six points, the last of which nobody uses any more. All invented but the first, which the acceptance scenario names. */
const pointPlan: readonly (readonly [name: string, kind: PointKind, grid: string, compound: string | null, words: string, keeper: string, hours: readonly OpeningSpan[], hoursWords: string])[] = [
  ["百货商店门口", "SHOP_DOOR", "003", "曹家巷小区", "曹家巷口百货商店门口右侧", "member-003", allWeek, "随店营业"],
  ["天后宫小区凉亭", "SHARED_SPACE", "001", "天后宫小区", "2号楼前凉亭里", "member-001", [], "全天"],
  ["锡麟街理发店门口", "SHOP_DOOR", "005", "麟苑小区", "锡麟街23号理发店门口", "member-005", allWeek, "随店营业"],
  ["社区服务大厅", "OFFICE", "", null, "社区服务大厅一楼咨询台", "zhou", officeHours, ""],
  ["龙门小区活动室", "SHARED_SPACE", "006", "龙门小区", "活动室进门左手边", "member-006", [{ days: [2, 4, 6], from: "14:00", to: "17:00" }], ""],
  ["大南门菜场门口", "SHOP_DOOR", "007", null, "大南门菜场东门", "member-007", [{ days: [1, 2, 3, 4, 5, 6, 7], from: "06:00", to: "11:00" }], ""],
];

/** Where contact days are held in turn, and by whom; 墨香苑 and 宜城苑 are not among them, so that coverage has something to say. */
const turns: readonly (readonly [grid: string, compound: string, words: string, officer: string])[] = [
  ["003", "曹家巷小区", "3号楼前", "member-003"],
  ["001", "天后宫小区", "2号楼前凉亭", "member-001"],
  ["005", "麟苑小区", "小区东门", "member-005"],
  ["006", "龙门小区", "活动室", "member-006"],
  ["002", "吴越花园", "1号楼门厅", "member-002"],
  ["007", "大南门新村", "新村广场", "member-007"],
];

const noted = ["问晾衣架和停车的多。", "老人多，主要问医保和助餐。", "下雨，来的人少。", "有两家反映楼道灯，已另行登记。"] as const;

function decided<T>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw new Error(`The demo tells what the rules refuse: ${decision.code}`);
  return decision;
}

/** The collection points and contact days of the demo community, and which of its opinions came from them. Pure. */
export function demoPoints(places: DemoPlaces, people: DemoPeople, book: CaseBook, now: Instant): DemoPoints {
  const newId = idMaker("points");
  const dice = diceFor("points");
  const place = (compound: string | null, words: string) => ({ words, compoundId: places.compounds.find(({ name }) => name === compound)?.id ?? null, buildingId: null });
  const points = pointPlan.map(([name, kind, grid, compound, words, keeper, hours, hoursWords]) => {
    const facts = book.facts("zhou", openedAt);
    const body = decideOpenPoint(
      {
        name, kind, hours, hoursWords, areaCode: demoCommunity + grid, code: pointCodeOf(Uint8Array.from({ length: 6 }, () => dice.between(0, 255))), place: place(compound, words),
        keeperId: people.staff(keeper).id, office: "天后宫社区居委会", officePhone: "0556-5550000",
      },
      facts,
    );
    return recordPoint(null, newId(openedAt), decided(body), facts);
  });

  const held = (day: ContactDay, officer: string): ContactDayEvent[] => {
    const facts = book.facts(officer, moment(day.date, "11:20"));
    const notes = dice.between(0, 2) === 0 ? dice.of(noted) : "";
    return [...recordContactDay(day, day.id, decided(decideHoldContactDay(day, { reached: dice.between(11, 46), notes }, facts)), facts).events];
  };
  const plannedAt = (date: LocalDate): Instant => moment(plusNaturalDays(date, -21), "09:00");
  const one = (monday: LocalDate, index: number): DemoContactDay => {
    const [grid, compound, words, officer] = turns[index % turns.length] as (typeof turns)[number];
    const at = plannedAt(monday) < now ? plannedAt(monday) : now;
    const facts = book.facts("zhou", at);
    const rule = { kind: "WEEKLY", weekday: 1, everyWeeks: 1 } as const;
    const [body] = decided(
      decidePlanContactDays([], { areaCode: demoCommunity + grid, rule, from: monday, until: monday, startsAt: "09:00", endsAt: "11:00", place: place(compound, words), dutyOfficerId: people.staff(officer).id }, facts),
    );
    if (!body) throw new Error("A plan of one Monday gives one day");
    const planned = recordContactDay(null, newId(at), body, facts);
    const isPast = planned.day.date < localDateOf(now);
    const isOff = isPast && index % 23 === 11;
    const clerk = book.facts("zhou", moment(planned.day.date, "08:10"));
    const off = isOff ? recordContactDay(planned.day, planned.day.id, decided(decideCancelContactDay(planned.day, { reason: "暴雨预警" }, clerk)), clerk).events : [];
    const events = [...planned.events, ...off, ...(isPast && !isOff ? held(planned.day, officer) : [])];
    return { day: foldContactDay(events), events };
  };
  // Each Monday of the published account's months, and of the last half year with four weeks to come.
  const today = localDateOf(now);
  const mondays = (from: LocalDate, until: LocalDate): LocalDate[] => contactDates({ kind: "WEEKLY", weekday: 1, everyWeeks: 1 }, from, until, book.calendar).map(({ date, movedFrom }) => movedFrom ?? date);
  const weeks = [...new Set([...mondays("2024-02-26", "2024-08-26"), ...mondays(plusNaturalDays(today, -182), plusNaturalDays(today, 28))])].toSorted();
  // 曹家巷小区 has its turn on 2024-03-04, the second of them.
  const days = weeks.map((monday, i) => one(monday, i + turns.length - 1));
  return { points, days, origins: originsOf(book.opinions, points, days, today) };
}

function originsOf(opinions: readonly ToldOpinion[], points: readonly RecordedPoint[], days: readonly DemoContactDay[], today: LocalDate): DemoPoints["origins"] {
  const alive = points.slice(0, -1);
  const recent = plusNaturalDays(today, -40);
  let turn = 0;
  const pointOf = ({ gridCode, voicedAt }: ToldOpinion): string | null => {
    if (localDateOf(voicedAt) >= recent) return alive[turn++ % alive.length]?.point.id ?? null;
    return (points.find(({ point }) => point.areaCode === gridCode) ?? alive.find(({ point }) => point.areaCode === demoCommunity))?.point.id ?? null;
  };
  const dayOf = ({ voicedAt }: ToldOpinion): string | null => {
    const on = localDateOf(voicedAt);
    const before = days.filter(({ day }) => day.state === "HELD" && day.date <= on && day.date >= plusNaturalDays(on, -7));
    return before.at(-1)?.day.id ?? null;
  };
  const own = opinions.filter(({ gridCode }) => gridCode.startsWith(demoCommunity));
  const origins: DemoPoints["origins"] = new Map(
    own.flatMap((o): (readonly [string, Origin])[] => {
      if (o.channel === "POINT") return [[o.id, { pointId: pointOf(o), contactDayId: null }]];
      return o.channel === "CONTACT_DAY" ? [[o.id, { pointId: null, contactDayId: dayOf(o) }]] : [];
    }),
  );
  return origins;
}
