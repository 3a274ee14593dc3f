import type { Instant } from "@bandeng/domain";
import type { LiveDay } from "./live-day.ts";
import { ProjectStory, type WrittenPlan } from "./project-story.ts";
import type { CaseStory } from "./case-story.ts";
import type { Opening } from "./teller.ts";
import { benches, escalationReasons } from "./tellings/phrases.ts";

/** A matter that the community took over `n` working days ago. */
function communityMatter(day: LiveDay, n: number, opening: Opening): CaseStory {
  const { story } = day.accepted(day.day(n + 5, "10:00"), opening);
  story.escalate("LEAD", day.day(n + 3, "10:30"), day.shelf.say(escalationReasons)).escalate("LEAD", day.day(n + 1, "11:00"), day.shelf.say(escalationReasons));
  return story.deliberate("zhou", day.day(n, "16:00"), day.shelf.say(benches));
}

/** What the secretary found in a month. */
const findings = ["两处基础已挖，雨天停了三天。", "钢架到场，充电桩还在谈价。"] as const;

/** The working days before today, from the n-th on, that are the last of their month. */
function monthEnds(day: LiveDay, from: number): number[] {
  const month = (n: number): string => day.date(-n).slice(0, 7);
  return Array.from({ length: from }, (_, i) => from - i).filter((n) => month(n) !== month(n - 1));
}

/** Secretary projects of the present: one running, one publicised, one still a draft. */
export function tellProjects(day: LiveDay): void {
  const sheds = [
    communityMatter(day, 74, { category: "events.charging", where: "龙门小区", severity: "HIGH", tags: ["WORRYING", "LONGED_FOR"] }),
    communityMatter(day, 73, { category: "events.charging", where: "龙门小区3号楼", tags: ["WORRYING"] }),
  ];
  const running = new ProjectStory(day.book, "chen", day.day(70, "10:00"), sheds, {
    title: "龙门小区电动车充电棚",
    problem: "五栋楼三百余辆电动车，充电口十个，飞线和上楼充电屡禁不止。",
    goal: "建成两座充电棚、四十个充电口，楼道和窗外不再有充电线。",
    measures: "与住建、消防现场选址；居民板凳会定收费；楼栋长每周夜查一次。",
    budgetFen: 6_800_000,
    funds: [{ name: "老旧小区改造", fen: 5_000_000 }, { name: "充电运营企业", fen: 1_800_000 }],
    deliverables: [["充电棚", 2], ["充电口", 40]],
    milestones: [["选址", 20, day.date(-58)], ["公示", 10, day.date(-56)], ["采购", 20, day.date(-4)], ["安装", 30, day.date(12)], ["验收", 20, day.date(20)]],
  });
  running.study("zhou", day.day(70, "11:00"), day.date(-71), "党委会同意列为书记项目，收费办法由居民板凳会定。").programmes("zhou", day.day(70, "11:10"), "老旧小区改造");
  running.submit("chen", day.day(70, "15:00")).publicise("street", day.day(68, "09:30"), "龙门小区公示栏").run("chen", day.day(62, "09:00"));
  for (const story of sheds) story.start("LEAD", day.day(61, "10:00"), "按项目计划推进，每周公布一次进度。");
  const steps: [n: number, tell: (at: (time: string) => Instant) => void][] = [
    [59, (at) => running.milestone("chen", at("16:00"), 0, "两处位置放线，消防出具意见。")],
    [56, (at) => running.milestone("chen", at("10:00"), 1, "公示期满，无未答复异议。")],
    [40, (at) => running.spend("zhou", at("10:30"), 0, "两座棚的基础和钢架定金", 1_960_000)],
    [18, (at) => running.spend("zhou", at("10:30"), 1, "充电桩首付", 540_000)],
    // Each month that is over was inspected on its last working day, but the last one: that is missing.
    ...monthEnds(day, 60).slice(0, -1).map((n, i): [number, (at: (time: string) => Instant) => void] => [
      n, (at) => running.inspect("chen", at("16:30"), at("16:30").slice(0, 7), findings[i % findings.length] ?? "", "下月底前完成采购。"),
    ]),
  ];
  for (const [n, tell] of steps.toSorted(([a], [b]) => b - a)) tell((time) => day.day(n, time));
  sheds[0]?.contact("LEAD", day.day(6, "15:00"), "NOTE", "供货方推迟一周，已催。");

  const ramps: WrittenPlan = {
    title: "大南门新村坡道和扶手",
    problem: "台阶无扶手，坡道过陡，轮椅和老人上下困难。",
    goal: "六栋楼入口都能推轮椅进出。",
    measures: "逐栋量坡，能改缓的改缓，不能改的加扶手；由残联参与验收。",
    budgetFen: 3_200_000,
    funds: [{ name: "无障碍改造", fen: 3_200_000 }],
    deliverables: [["无障碍坡道", 6], ["扶手", 9]],
    milestones: [["测量", 20, day.date(8)], ["施工", 50, day.date(30)], ["验收", 30, day.date(40)]],
  };
  const slope = communityMatter(day, 8, { category: "assets.road", where: "大南门新村", severity: "HIGH", tags: ["DIFFICULT", "LONGED_FOR"] });
  const publicised = new ProjectStory(day.book, "chen", day.day(6, "10:00"), [slope], ramps);
  publicised.study("zhou", day.day(6, "15:00"), day.date(-7), "党委会同意列为书记项目。");
  publicised.submit("chen", day.day(5, "09:30")).publicise("street", day.day(3, "10:00"), "大南门新村公示栏");
  publicised.object("member-007", day.day(1, "15:30"), "二号楼的坡道占了我家窗下的花坛，先量清楚再动。");

  const drains = communityMatter(day, 4, { category: "assets.sewer", where: "天后宫小区", severity: "HIGH", tags: ["DIFFICULT"] });
  new ProjectStory(day.book, "chen", day.day(2, "16:00"), [drains], {
    title: "天后宫小区雨污分流", problem: "雨污合流，大雨时一楼返水。", goal: "", measures: "", budgetFen: 0, funds: [], deliverables: [], milestones: [["管网测绘", 20, day.date(15)]],
  });
}
