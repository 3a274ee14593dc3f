import type { LiveDay } from "./live-day.ts";
import type { Opening, ToldStory } from "./teller.ts";

/** A few matters of 钱牌楼社区 next door: what nobody of 天后宫社区 must see. */
export function tellNeighbours(day: LiveDay): void {
  const by = "neighbour-member";
  const open = (n: number, time: string, opening: Omit<Opening, "by">): ToldStory => day.open(day.day(n, time), { ...opening, by });
  open(1, "10:00", { category: "events.litter", where: "钱牌楼小区1号楼", kind: "OPINION" });
  const lamp = open(2, "09:30", { category: "assets.lighting", where: ["钱牌楼小区2号楼", 1] });
  lamp.story.accept(by, day.day(2, "11:00")).start("LEAD", day.day(1, "09:00"), lamp.telling.measure);
  const lane = open(7, "15:00", { category: "events.fireLane", where: "钱牌楼小区", severity: "HIGH" });
  lane.story.accept(by, day.day(7, "16:00")).escalate("LEAD", day.day(5, "10:00"), "消防通道要整个小区让。").escalate("neighbour-head", day.day(3, "10:00"), "需要社区出面划线。");
  const quarrel = open(3, "14:00", { category: "disputes.noise", where: ["钱牌楼小区3号楼", 2] });
  quarrel.story.accept("neighbour-head", day.day(3, "15:30"), { parties: day.parties(quarrel.story) });
  const done = open(4, "09:00", { category: "assets.sewer", where: "御碑亭4号" });
  done.story.accept("neighbour-clerk", day.day(4, "10:00")).start("LEAD", day.day(3, "09:00"), done.telling.measure).resolve("LEAD", day.day(2, "16:00"), done.telling.result);
}
