import { CostStory } from "./cost-story.ts";
import type { LiveDay } from "./live-day.ts";

/** A roof over one stairwell whose repair is being collected for these days: most doors have paid, one said no, three are still open. */
export function tellCosts(day: LiveDay): void {
  const { book } = day;
  const { story } = day.accepted(day.day(16, "09:20"), { category: "assets.roof", where: ["宜城苑3号楼", 2], channel: "VISIT", severity: "HIGH" });
  story.start("LEAD", day.day(15, "10:00"), "请三家看过屋面，费用由本单元各户分摊。").askHold("LEAD", day.day(15, "10:30"), "WAIT_FUNDS", day.date(6)).approve("head-009", day.day(15, "11:30"));
  const costs = new CostStory(book, story, "LEAD", day.day(15, "14:00"), "宜城苑3号楼2单元屋面防水");
  costs.quotes("LEAD", day.day(15, "16:00"), ["菱湖防水工程（演示）", 1_268_000, "保五年。"], ["振风建筑修缮（演示）", 1_390_000, ""], ["宜城市政维修队（演示）", 1_455_000, ""]);
  costs.byArea("LEAD", day.day(15, "16:10")).document("LEAD", day.day(15, "16:30"), "铲除旧层，做两道卷材。").approve("zhou", day.day(14, "09:00")).publicise("LEAD", day.day(14, "09:30"), "2单元门口");
  costs.objection("head-009", day.day(12, "10:00"), "一楼不漏也要出吗？", day.day(11, "09:00"), "屋面是全单元共用的，按面积各户都要分摊。");
  costs.start("LEAD", day.day(8, "09:00"));
  const rooms = costs.plan.shares.map(({ householdId }) => book.roomOf(householdId));
  for (const [i, room] of rooms.slice(0, -4).entries()) costs.pays("LEAD", day.day(7 - Math.floor(i / 2), i % 2 === 0 ? "19:00" : "19:20"), room, i % 3 === 2 ? "CASH" : "WECHAT");
  costs.refuses("LEAD", day.day(1, "19:40"), rooms.at(-4) ?? "", "说房子租出去了，让租客交。");
}
