import type { LiveDay } from "./live-day.ts";
import { MediationStory } from "./mediation-story.ts";
import type { ToldStory } from "./teller.ts";
import { issuesTold, otherSides } from "./tellings/mediations.ts";

/**
 * The mediations of the present, each at another point: one party heard; agreed and waiting for signatures; in effect and
 * being performed, the window of judicial confirmation running. `n` is how many working days ago the dispute was brought.
 */
export function tellMediation(day: LiveDay, { story, telling }: ToldStory, n: number): void {
  const { shelf } = day;
  const m = new MediationStory(day.book, story, "zhou", day.day(n - 1, "17:30"), n === 6 ? ["qian", "mediator-2"] : ["qian"]);
  story.deliberate("zhou", day.day(n - 2, "15:00"), "社区人民调解室");
  m.hear("qian", day.day(n - 2, "15:10"), 0, telling.words);
  if (n < 6) return;
  m.hear("qian", day.day(n - 2, "15:40"), 1, shelf.say(otherSides));
  m.facts("qian", day.day(n - 3, "10:00"), `${telling.title}，双方和调解员一起到现场看过，情况属实。`, shelf.say(issuesTold));
  m.agree("qian", day.day(n - 3, "11:00"), [[telling.result, 1, day.date(6)], ["自行处理好自家受影响的部分。", 0, day.date(8)], ["今后有事先商量，不再为此争执。", 0, day.date(-1)]]);
  m.signs("qian", day.day(n - 4, "16:00"), 0).attests("qian", day.day(n - 4, "16:10"));
  if (n < 8) return;
  m.signs("qian", day.day(n - 4, "16:20"), 1, "FINGERPRINT").seal("zhou", day.day(n - 4, "17:00"));
  m.performs("qian", day.day(1, "16:00"), 2);
}
