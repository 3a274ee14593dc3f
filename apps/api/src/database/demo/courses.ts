import { localDateOf, type Instant } from "@bandeng/domain";
import { expertCame } from "./experts.ts";
import { MediationStory, type WrittenTerm } from "./mediation-story.ts";
import { issuesTold, otherSides, visitsTold } from "./tellings/mediations.ts";
import { basicWords, benches, dissatisfiedWords, escalationReasons, progressNotes, resultsTold, satisfiedWords, tried } from "./tellings/phrases.ts";
import type { Opening, Teller, ToldStory } from "./teller.ts";
import { minutesAfter, onWorkday } from "./times.ts";

/** One matter from its first word to its closing, at the given time: days count from the day it was brought. */
export type Course = (teller: Teller, at: Instant, opening: Opening) => void;

type Days = (n: number, time: string) => Instant;

function days(teller: Teller, at: Instant): Days {
  return (n, time) => onWorkday(teller.book.calendar, at, n, time);
}

/** Everybody is asked by the clerk, who never led it; most are content. */
function askAll({ shelf }: Teller, { story, telling }: ToldStory, from: Instant): void {
  const all = story.respondents;
  for (let n = all - 1; n >= 0; n -= 1) {
    const basic = (telling.title.length + n) % 6 === 0;
    story.callBack("zhou", minutesAfter(from, 17 * (all - n)), n, basic ? "BASIC" : "SATISFIED", shelf.say(basic ? basicWords : satisfiedWords));
  }
}

function finish(teller: Teller, told: ToldStory, day: Days, n: number, mediation: "REACHED" | "NOT_REACHED" | null = null): void {
  const result = mediation === "NOT_REACHED" ? "双方各执一词，调解未达成一致，已告知可向法院起诉。" : told.telling.result;
  told.story.resolve("LEAD", day(n, "15:20"), result, mediation).contact("LEAD", day(n, "17:05"), "RESULT_TOLD", teller.shelf.say(resultsTold));
  askAll(teller, told, day(n + 1, "10:00"));
}

/** 谈一谈: an opinion is answered. */
export const opinionAnswered: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, { ...opening, kind: "OPINION" });
  told.story.answer("LEAD", day(1, "14:30"), told.telling.result).contact("LEAD", day(1, "17:05"), "RESULT_TOLD", teller.shelf.say(resultsTold));
  askAll(teller, told, day(2, "10:00"));
};

/** 小事不出楼栋: solved in the building. Quarrels are talked out by the grid's head. */
export const inBuilding: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  told.story.start("LEAD", day(1, "10:00"), told.telling.measure);
  finish(teller, told, day, 2);
};

/** Solved, said the lead; it was not. Opened again by the reporter's word, and solved then. */
export const solvedTwice: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  const { story, telling } = told;
  story.start("LEAD", day(1, "10:00"), telling.measure).resolve("LEAD", day(2, "15:00"), telling.result);
  story.callBack("zhou", day(4, "09:40"), 0, "DISSATISFIED", teller.shelf.say(dissatisfiedWords)).contact("LEAD", day(4, "14:00"), "VISIT", teller.shelf.say(progressNotes));
  finish(teller, told, day, 6);
};

/** Nobody came to it in time: the clock itself took it up to the compound. */
export const risenByClock: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  told.story.start(told.head, day(5, "09:30"), told.telling.measure).contact("LEAD", day(6, "16:00"), "NOTE", teller.shelf.say(progressNotes));
  finish(teller, told, day, 7);
};

/** 难事不出小区: taken up by hand, talked over on the bench, solved by the grid. */
export const inCompound: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  const { story, telling, head } = told;
  story.escalate("LEAD", day(2, "10:30"), teller.shelf.say(escalationReasons)).deliberate(head, day(3, "16:30"), teller.shelf.say(benches));
  story.start("LEAD", day(4, "10:00"), telling.measure);
  finish(teller, told, day, 6);
};

/** Waits in the compound until the weather allows it. */
export const waitedInCompound: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  told.story.escalate("LEAD", day(2, "10:30"), teller.shelf.say(escalationReasons)).start("LEAD", day(3, "09:30"), told.telling.measure);
  told.story.askHold("LEAD", day(3, "14:00"), "WAIT_SEASON", day(9, "12:00").slice(0, 10)).approve("deputy", day(3, "17:00"));
  finish(teller, told, day, 11);
};

function upToCommunity(teller: Teller, at: Instant, opening: Opening): ToldStory {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  told.story.escalate("LEAD", day(2, "10:30"), teller.shelf.say(escalationReasons)).escalate("LEAD", day(5, "11:00"), teller.shelf.say(escalationReasons));
  told.story.deliberate("deputy", day(6, "16:30"), teller.shelf.say(benches));
  return told;
}

/** 大事不出社区: a matter for the whole community, led by its second clerk. */
export const inCommunity: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = upToCommunity(teller, at, opening);
  told.story.assign("chen", day(7, "09:10"), "clerk-2", "LEAD", "社区统一办。").start("LEAD", day(8, "10:00"), told.telling.measure);
  finish(teller, told, day, 12);
};

/** It left the community: the street had to help. */
export const withTheStreet: Course = (teller, at, opening) => {
  const day = days(teller, at);
  const told = upToCommunity(teller, at, opening);
  told.story.referUp("chen", day(8, "10:00"), teller.shelf.say(tried)).start("LEAD", day(10, "10:00"), told.telling.measure);
  finish(teller, told, day, 14);
};

/** 评一评: the parties ask for people's mediation, straight to the community's committee. */
export const mediated: Course = (teller, at, opening) => mediate(teller, at, opening, "REACHED");

/** Mediation without an agreement: closed, but not settled. */
export const notReached: Course = (teller, at, opening) => mediate(teller, at, opening, "NOT_REACHED");

function mediate(teller: Teller, at: Instant, opening: Opening, mediation: "REACHED" | "NOT_REACHED"): void {
  const day = days(teller, at);
  const told = teller.accepted(at, opening);
  told.story.escalate("LEAD", day(1, "16:00"), "双方都愿意请人民调解。", { partiesAskForMediation: true });
  told.story.assign("zhou", day(1, "17:10"), "qian", "LEAD", "请钱调解员主持。");
  const m = new MediationStory(teller.book, told.story, "zhou", day(2, "09:00"), ["qian"]);
  // A lawyer or a former judge comes to most of them.
  if (teller.book.mediations.length % 5 !== 0) expertCame(teller.book, told.story.matter, day(2, "10:00"));
  told.story.deliberate("zhou", day(3, "15:00"), "社区人民调解室");
  m.hear("qian", day(3, "15:10"), 0, told.telling.words).hear("qian", day(3, "15:40"), 1, teller.shelf.say(otherSides));
  told.story.start("LEAD", day(4, "09:30"), told.telling.measure);
  if (mediation === "REACHED") agreeOn(teller, told, m, day);
  else m.fails("qian", day(5, "16:00"), "双方各执一词，补偿数额差距太大。");
  finish(teller, told, day, 6, mediation);
}

/** Most sign a paper; who only shakes hands has the mediator's record. */
function agreeOn({ book, shelf }: Teller, { telling }: ToldStory, m: MediationStory, day: Days): void {
  const terms: WrittenTerm[] = [[telling.result, 1, localDateOf(day(6, "12:00"))], ["今后有事先商量，不再为此争执。", 0, localDateOf(day(6, "12:00"))]];
  if (book.mediations.length % 3 === 0) m.oral("qian", day(4, "10:00"), `双方当场谈妥：${telling.result}`, terms);
  else {
    m.facts("qian", day(3, "16:20"), `${telling.title}，双方到场核实，情况属实。`, shelf.say(issuesTold)).agree("qian", day(4, "10:00"), terms);
    m.signs("qian", day(4, "10:30"), 0).signs("qian", day(4, "10:32"), 1, "FINGERPRINT").attests("qian", day(4, "10:35")).seal("zhou", day(4, "11:00"));
  }
  m.performs("qian", day(5, "11:00"), 0).performs("qian", day(5, "11:05"), 1).visit("qian", day(6, "10:00"), shelf.say(visitsTold));
}
