import { laterOf, type Instant } from "@bandeng/domain";
import { BenchStory } from "./bench-story.ts";
import type { CaseBook, Matter } from "./case-book.ts";
import { minutesAfter, onWorkday } from "./times.ts";

/** When a matter came before the bench. */
function deliberatedAt(matter: Matter): Instant {
  return matter.events.findLast((e) => e.type === "DELIBERATED")?.at ?? "";
}

const scopeOf = ({ spot: { place } }: Matter) => (place.unitId !== null ? "UNIT" : place.buildingId !== null ? "BUILDING" : "COMPOUND");

/** The two options that most things come down to. */
const optionWords = [["mend", "一起出面把它修好，费用说清楚再动手。"], ["rules", "先定个大家都守的规矩，试一个月。"]] as const;

function begin(book: CaseBook, matter: Matter, at: Instant, plannedFor: Instant): BenchStory {
  return new BenchStory(book, { by: `head-${matter.spot.gridNo}`, at, matter, where: matter.spot.place.buildingId === null ? "小区凉亭下" : "楼下空地", scope: scopeOf(matter), plannedFor });
}

/** Neighbours of the matter who are known, one of each household. */
function neighbours(matter: Matter, most: number): readonly (readonly [string, "RESIDENT", string, string])[] {
  const homes = new Map(matter.spot.residents.map((r) => [r.household.id, r]));
  return [...homes.values()].slice(0, most).map((r, i) => [`r${i}`, "RESIDENT", r.household.id, r.id] as const);
}

/** The bench is open now: people have sat down, two options are on the table, nothing is agreed yet. */
function tellOpen(book: CaseBook, matter: Matter, now: Instant): void {
  const at = minutesAfter(now, -35);
  const called = laterOf(deliberatedAt(matter), minutesAfter(now, -24 * 60));
  const bench = begin(book, matter, called < at ? called : at, at).open(at);
  const seats = neighbours(matter, 6);
  const talk = minutesAfter(at, 10);
  bench.sit(at, [["head", "GRID_HEAD", null], ["old", "PARTY_MEMBER", null], ...seats], "HAND").cause(talk, "谁也没说过归谁管，一拖就是半年。");
  for (const [key, words] of optionWords) bench.option(talk, key, words, "RESIDENT", seats[0]?.[0] ?? null);
  bench.say(talk, seats[0]?.[0] ?? "head", "不是非要争个对错，就想晚上能睡个好觉。").stand(minutesAfter(at, 20), "FOR", "mend", seats.slice(0, 2).map(([key]) => key));
}

/** Held in the days after it was put on the agenda; a compound's bench agrees, a building's is too thinly attended for that. */
function tellHeld(book: CaseBook, matter: Matter, now: Instant): void {
  const called = deliberatedAt(matter);
  const at = onWorkday(book.calendar, called, 1, "15:30");
  if (at >= minutesAfter(now, -120)) return;
  const bench = begin(book, matter, called, at).open(at);
  const seats = neighbours(matter, 7);
  const keys = seats.map(([key]) => key);
  bench.sit(at, [["head", "GRID_HEAD", null], ["warm", "WARM_HEARTED", null], ["wuye", "PROPERTY", null], ...seats]).cause(at, "各说各的道理，没有坐到一起谈过。");
  for (const [key, words] of optionWords) bench.option(at, key, words, key === "mend" ? "RESIDENT" : "OFFICIAL");
  const end = minutesAfter(at, 55);
  bench.say(at, "wuye", "材料我们出，工钱大家商量。").stand(end, "FOR", "mend", keys.slice(0, -1)).stand(end, "ACCEPT", "mend", keys.slice(-1));
  if (scopeOf(matter) !== "COMPOUND") {
    bench.endUnresolved(end).hold(end, "到的人不够，改日再约，先把各户的想法记下来。");
    return;
  }
  bench.resolve(end).action(end, "找两家师傅来看，报个价。", `member-${matter.spot.gridNo}`, onWorkday(book.calendar, at, 5, "12:00").slice(0, 10)).action(end, "施工那天把车挪开，各楼互相转告。", null, onWorkday(book.calendar, at, 8, "12:00").slice(0, 10));
  bench.hold(end, "先修后补，谁家有难处当面说。");
}

/** Bench meetings of these days: one that sits now, one called for tomorrow, and those of the last days. */
export function tellBenches(book: CaseBook, now: Instant): void {
  const open = book.matters.filter((m) => m.now.status === "DELIBERATING" && m.now.gridCode.startsWith("340802001007") && m.now.kind !== "DISPUTE");
  const [today, tomorrow, ...earlier] = open.toSorted((a, b) => (deliberatedAt(a) < deliberatedAt(b) ? 1 : -1));
  if (today) tellOpen(book, today, now);
  if (tomorrow) begin(book, tomorrow, deliberatedAt(tomorrow), onWorkday(book.calendar, now, 1, "19:00"));
  for (const matter of earlier) tellHeld(book, matter, now);
}
