import type { CaseBook } from "./case-book.ts";
import type { CaseStory } from "./case-story.ts";
import { rate } from "./contractors.ts";
import { CostStory } from "./cost-story.ts";
import { moment } from "./times.ts";

const floors = [1, 2, 3, 4, 5, 6];

/** What the sewer cost, and who bore it: shared by floor area, collected from door to door, 501's share borne by shop 2. */
export function tellSewerFees(book: CaseBook, sewer: CaseStory): void {
  const costs = new CostStory(book, sewer, "LEAD", moment("2024-05-08", "17:30"), "锡麟街25号3单元下水道改造");
  costs.quotes("LEAD", moment("2024-05-08", "18:00"), ["宜城市政维修队（演示）", 960_000, "含平台恢复，三天完工。"], ["大江管道疏通（演示）", 1_040_000, "不含平台恢复。"], ["振风建筑修缮（演示）", 1_115_000, "五天完工。"]);
  costs.funds("LEAD", moment("2024-05-08", "18:05"), [{ name: "区市政所（路面一段）", fen: 240_000 }]).byArea("LEAD", moment("2024-05-08", "18:10"));
  costs.document("LEAD", moment("2024-05-08", "18:30"), "白天在商铺2平台下开挖换管，接入市政井。").document("LEAD", moment("2024-05-09", "08:40"), "改为晚上十点后施工，白天不断水。").approve("zhou", moment("2024-05-09", "09:20"));
  costs.publicise("LEAD", moment("2024-05-09", "10:00"), "3单元门口公示栏");
  costs.objection("head-005", moment("2024-05-11", "19:30"), "商铺用水多，为什么按面积？", moment("2024-05-13", "09:10"), "《民法典》规定没有约定的按面积；改用别的办法要再开一次板凳会，大家没有提。");
  costs.start("LEAD", moment("2024-05-15", "18:00"));
  // Floor by floor, two evenings; the head of the building helps on the third floor.
  for (const floor of floors) {
    const at = moment(floor < 4 ? "2024-05-16" : "2024-05-17", `19:${10 + floor * 6}`);
    const by = floor === 3 ? "bh-2" : "LEAD";
    for (const room of [`${floor}01`, `${floor}02`]) if (room !== "501") costs.pays(by, at, room, ["101", "302", "402", "602"].includes(room) ? "CASH" : "WECHAT");
  }
  costs.pays("LEAD", moment("2024-05-17", "20:10"), "商铺1", "WECHAT").pays("LEAD", moment("2024-05-17", "20:20"), "商铺2", "WECHAT");
  costs.refuses("LEAD", moment("2024-05-17", "20:40"), "501", "人在外地，说水又没有返到他家。");
  costs.waive("chen", moment("2024-05-18", "09:30"), "501", "商铺2", "商铺2店主愿意代为承担，免得耽误施工。").pays("LEAD", moment("2024-05-18", "10:00"), "501", "CASH", "商铺2");
  costs.payOut("chen", moment("2024-05-20", "16:00"), 500_000, "进场和材料款。").final("chen", moment("2024-05-21", "10:00"), 940_000, "少用一节管道，省下两百元。").payOut("chen", moment("2024-05-21", "10:20"), 200_000, "尾款。");
  costs.refunds("chen", moment("2024-05-21", "11:00"), "CASH").settle("LEAD", moment("2024-05-21", "14:00"), "3单元门口公示栏");
  rate(book, costs, moment("2024-05-27", "10:00"), 5, "夜里施工没有扰民，平台恢复得好。");
}
