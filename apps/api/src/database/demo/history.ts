import { localDateOf, plusNaturalDays, type CaseKind, type Channel, type Instant, type LocalDate } from "@bandeng/domain";
import type { CaseBook } from "./case-book.ts";
import { tellContractors } from "./contractors.ts";
import {
  inBuilding,
  inCommunity,
  inCompound,
  mediated,
  notReached,
  opinionAnswered,
  risenByClock,
  solvedTwice,
  waitedInCompound,
  withTheStreet,
  type Course,
} from "./courses.ts";
import { tellLamps } from "./lamps.ts";
import { housesPlan } from "./place-plan.ts";
import { tellRacks } from "./racks.ts";
import { diceFor, type Dice } from "./seed.ts";
import { tellSewer } from "./sewer.ts";
import { disputeCategories, matterCategories, Shelf, type CategoryId, type DisputeCategory } from "./shelf.ts";
import { Teller, type Where } from "./teller.ts";
import { minutesAfter, moment, workday } from "./times.ts";

/** The account speaks of the time from New Year to this day. */
const accountEnds: LocalDate = "2024-08-26";

/**
 * Of the year the account speaks of: with the sewer and the lamps 12 difficulties closed, 34 disputes settled, and the
 * opinions beside the racks.
 */
const difficulties: readonly Course[] = [inBuilding, inCompound, inBuilding, inCommunity, inBuilding, risenByClock, inBuilding, inCompound, inBuilding, inCommunity];
const disputes: readonly DisputeCategory[] = [
  ...repeat("disputes.leak", 10), ...repeat("disputes.drying", 6), ...repeat("disputes.noise", 6), ...repeat("disputes.dogs", 5),
  ...repeat("disputes.stairwell", 3), ...repeat("disputes.family", 2), ...repeat("disputes.fee", 2),
];
const opinions = 26;

function repeat(category: DisputeCategory, n: number): DisputeCategory[] {
  return Array.from({ length: n }, () => category);
}

/** What lies behind the community: the year of the account, and what came after it until some weeks ago. */
export function tellHistory(book: CaseBook, now: Instant): void {
  const teller = new Teller(book, new Shelf("FRONT"));
  tellContractors(book);
  tellLamps(book);
  tellRacks(book);
  tellSewer(book);
  tellAccountYear(teller);
  tellSince(teller, now);
}

function tellAccountYear(teller: Teller): void {
  const dice = diceFor("2024");
  // The last one begins early enough to be closed by the day the account was written.
  const spread = (i: number, n: number): Instant => anHour(teller, dice, plusNaturalDays("2024-01-03", Math.floor((i * 200) / n) + dice.between(0, 2)));
  for (const [i, course] of difficulties.entries()) tell(teller, dice, course, spread(i, difficulties.length), "DIFFICULTY", dice.of(matterCategories));
  const shuffled = disputes.map((category, i) => ({ category, key: (i * 13) % disputes.length })).toSorted((a, b) => a.key - b.key);
  for (const [i, { category }] of shuffled.entries()) {
    const course = i % 5 === 2 ? mediated : i % 9 === 4 ? inCompound : inBuilding;
    tell(teller, dice, course, spread(i, disputes.length), "DISPUTE", category);
  }
  for (let i = 0; i < opinions; i += 1) tell(teller, dice, opinionAnswered, spread(i, opinions), "OPINION", dice.of(matterCategories));
}

/** A matter about every eleven days: enough of a past to look things up in. */
function tellSince(teller: Teller, now: Instant): void {
  const dice = diceFor("since");
  const courses: readonly Course[] = [inBuilding, inCompound, inBuilding, risenByClock, inBuilding, inCommunity, solvedTwice, inBuilding, waitedInCompound, inBuilding, inCompound, withTheStreet];
  // The longest course takes fourteen working days, five weeks with the longest holidays in between.
  const last = plusNaturalDays(localDateOf(now), -45);
  let n = 0;
  for (let day = plusNaturalDays(accountEnds, 2); day <= last; day = plusNaturalDays(day, dice.between(8, 14))) {
    const at = anHour(teller, dice, day);
    const kind = n % 10 < 4 ? "DIFFICULTY" : n % 10 < 7 ? "DISPUTE" : "OPINION";
    if (kind === "OPINION") tell(teller, dice, opinionAnswered, at, kind, dice.of(matterCategories));
    else if (kind === "DISPUTE") tell(teller, dice, n % 14 === 5 ? notReached : n % 3 === 0 ? mediated : inBuilding, at, kind, dice.of(disputeCategories));
    else tell(teller, dice, courses[n % courses.length] ?? inBuilding, at, kind, dice.of(matterCategories));
    n += 1;
  }
}

/** Some time in the morning or afternoon of that day, or of the next on which people work. */
function anHour(teller: Teller, dice: Dice, day: LocalDate): Instant {
  const date = workday(teller.book.calendar, plusNaturalDays(day, -1), 1);
  return minutesAfter(moment(date, "08:30"), dice.between(0, 500));
}

function tell(teller: Teller, dice: Dice, course: Course, at: Instant, kind: CaseKind, category: CategoryId): void {
  const channel: Channel = dice.of(["VISIT", "POINT", "POINT", "PHONE", "CONTACT_DAY", "ONLINE"]);
  course(teller, at, { category, kind, where: someHouse(dice), channel, severity: dice.of(["NORMAL", "NORMAL", "LOW", "HIGH"]) });
}

const houses = housesPlan.flatMap((plan) => plan.houses.map((house) => ({ address: (plan.compound ?? "") + house, units: plan.units })));

function someHouse(dice: Dice): Where {
  const { address, units } = dice.of(houses);
  return dice.next() < 0.5 ? address : [address, dice.between(1, units)];
}
