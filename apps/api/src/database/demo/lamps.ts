import type { CaseBook } from "./case-book.ts";
import { CaseStory } from "./case-story.ts";
import { ProjectStory } from "./project-story.ts";
import { moment } from "./times.ts";

/** The first project of 2024: stairwell lamps in 天后宫小区. */
export function tellLamps(book: CaseBook): void {
  const spot = book.spot("天后宫小区");
  const lamps = new CaseStory(book, {
    at: moment("2024-01-09", "09:40"), by: "member-001", spot, title: "五栋楼楼道灯成片不亮", kind: "DIFFICULTY", category: "assets.lighting", tags: ["DIFFICULT"], channel: "CONTACT_DAY",
    words: "不是我一家，一号楼到五号楼，晚上走进去都像进防空洞，线是三十年前的，换了灯泡又烧。", reporter: book.resident(spot),
  });
  lamps.contact("member-001", moment("2024-01-09", "10:10"), "FACE", "联系日当面谈了，答应先数一遍坏了多少盏。").accept("member-001", moment("2024-01-09", "10:30"));
  lamps.escalate("LEAD", moment("2024-01-11", "16:00"), "五栋楼都这样，线路要统一换。").escalate("head-001", moment("2024-01-16", "10:00"), "换线的钱网格拿不出来。");
  lamps.deliberate("zhou", moment("2024-01-18", "16:00"), "天后宫小区凉亭");
  const project = new ProjectStory(book, "chen", moment("2024-01-23", "09:30"), [lamps], {
    title: "天后宫小区楼道照明换线", problem: "五栋楼楼道线路老化，九十盏灯坏了六十一盏。", goal: "五栋楼楼道夜间全部有灯。",
    measures: "统一换线、换感应灯，楼栋长每月报一次坏灯。", budgetFen: 960_000, funds: [{ name: "党建为民经费", fen: 960_000 }],
    deliverables: [],
    milestones: [["摸底", 20, "2024-01-31"], ["采购", 30, "2024-02-29"], ["安装", 50, "2024-03-22"]],
  });
  project.study("zhou", moment("2024-01-23", "09:45"), "2024-01-22", "党委会同意列为2024年书记项目。");
  project.submit("chen", moment("2024-01-23", "10:00")).publicise("street", moment("2024-01-24", "10:00"), "天后宫小区公示栏").run("chen", moment("2024-02-01", "09:00"));
  lamps.start("LEAD", moment("2024-02-01", "10:00"), "先换一号楼和二号楼。");
  project.milestone("chen", moment("2024-02-01", "11:00"), 0, "逐层清单。").milestone("chen", moment("2024-02-28", "15:00"), 1, "采购合同。");
  project.inspect("chen", moment("2024-02-29", "16:00"), "2024-02", "感应灯到货，一号楼先换。");
  project.milestone("chen", moment("2024-03-20", "19:40"), 2, "九十盏夜里逐层点亮，楼栋长签字，竣工照片。").spend("zhou", moment("2024-03-21", "09:00"), 0, "感应灯和电线", 912_600);
  lamps.resolve("LEAD", moment("2024-03-21", "10:00"), "五栋楼九十盏感应灯全部换新。").contact("LEAD", moment("2024-03-21", "16:00"), "RESULT_TOLD", "当面告知，请他晚上走一趟。");
  lamps.callBack("zhou", moment("2024-03-22", "10:00"), 0, "SATISFIED", "一路亮到顶，谢谢。");
  project.requestStrikeOff("chen", moment("2024-03-26", "09:30")).strikeOff("street", moment("2024-03-28", "10:00"), "夜查五栋楼，九十盏全亮。");
}
