import { basicWords, benches, dissatisfiedWords, escalationReasons, progressNotes, resultsTold, satisfiedWords, tried } from "./tellings/phrases.ts";
import type { LiveDay } from "./live-day.ts";
import { tellMediation } from "./live-mediations.ts";
import type { Opening, ToldStory } from "./teller.ts";
import { minutesAfter } from "./times.ts";

/** Taken up twice by hand: to the compound `up1`, to the community `up2` working days ago. */
function toCommunity(day: LiveDay, collected: number, up1: number, up2: number, opening: Opening): ToldStory {
  const live = day.accepted(day.day(collected, "09:30"), opening);
  live.story.escalate("LEAD", day.day(up1, "11:00"), day.shelf.say(escalationReasons));
  live.story.escalate("LEAD", day.day(up2, "15:00"), day.shelf.say(escalationReasons));
  return live;
}

/** On the third rung: in the community. */
export function tellCommunity(day: LiveDay): void {
  const { shelf } = day;
  // Overdue: nothing moves by itself from here, it stands first on the secretary's list.
  const overdue = toCommunity(day, 19, 17, 14, { category: "events.fireLane", where: "曹家巷小区", severity: "HIGH", tags: ["WORRYING", "DIFFICULT"] });
  overdue.story.deliberate("zhou", day.day(12, "19:00"), shelf.say(benches)).start("LEAD", day.day(10, "10:00"), overdue.telling.measure);
  const slow = toCommunity(day, 17, 15, 12, { category: "events.charging", where: "天后宫小区", tags: ["WORRYING"] });
  slow.story.assign("chen", day.day(11, "09:20"), "clerk-2", "LEAD", "社区统一办。").start("LEAD", day.day(9, "14:00"), slow.telling.measure);

  // Due today.
  const today = toCommunity(day, 14, 12, 10, { category: "assets.road", where: "大南门新村", tags: ["DIFFICULT"] });
  today.story.start("LEAD", day.day(8, "09:00"), today.telling.measure).contact("LEAD", day.day(2, "16:00"), "NOTE", shelf.say(progressNotes));

  const lift = toCommunity(day, 9, 7, 4, { category: "assets.lift", where: "吴越花园3号楼", severity: "HIGH" });
  lift.story.deliberate("deputy", day.day(2, "19:30"), shelf.say(benches));

  // Safety skips the lower rungs.
  const wires = day.open(day.day(2, "08:50"), { category: "events.charging", where: ["宜城苑4号楼", 2], severity: "SAFETY", tags: ["URGENT"], channel: "EXTERNAL", by: "zhou" });
  wires.story.contact("member-009", minutesAfter(day.day(2, "08:50"), 55), "VISIT", "四十分钟到场，先断电收线。").accept("zhou", day.day(2, "10:20"), {}).start("LEAD", day.day(2, "14:00"), wires.telling.measure);
  wires.story.whistle("chen", day.day(2, "15:00"), "fire", "请到现场看充电棚选址和消防间距。").whistle("chen", day.day(2, "15:05"), "housing", "请认定车棚用地并给出意见。");
  wires.story.report("fire", day.day(1, "11:30"), 0, "已到现场，建议距楼不少于六米。");
  const gas = day.open(day.day(4, "20:10"), { category: "events.fireLane", where: "锡麟街29号", severity: "SAFETY", tags: ["URGENT"], by: "second-005" });
  gas.story.contact("head-005", minutesAfter(day.day(4, "20:10"), 40), "VISIT", "到场请车主挪车，通道当晚让开。").accept("head-005", day.day(3, "09:00"), {}).start("LEAD", day.day(3, "11:00"), gas.telling.measure);

  // The parties of a quarrel asked for people's mediation: straight to the community.
  for (const [category, where, n] of [
    ["disputes.leak", ["锡麟街25号", 1], 6],
    ["disputes.family", ["天后宫小区3号楼", 1], 8],
    ["disputes.noise", ["龙门小区1号楼", 4], 3],
  ] as const) {
    const told = day.accepted(day.day(n, "10:00"), { category, where });
    const { story } = told;
    story.escalate("LEAD", day.day(n - 1, "16:00"), "双方都愿意请人民调解。", { partiesAskForMediation: true });
    story.assign("zhou", day.day(n - 1, "17:10"), "qian", "LEAD", "请钱调解员主持。");
    tellMediation(day, told, n);
  }

  // Given back down with a reason: it stands in the compound again, and has been higher.
  const back = toCommunity(day, 8, 6, 4, { category: "assets.lighting", where: "麟苑小区2号楼" });
  back.story.sendDown("chen", day.day(2, "10:00"), "换灯泡不用社区出面，网格统一买。");

  // Left alone for so long that it rose twice.
  day.accepted(day.day(11, "15:00"), { category: "assets.stairwell", where: "墨子巷3号" });
  const held = toCommunity(day, 15, 13, 11, { category: "assets.leak", where: "龙门小区2号楼", tags: ["DIFFICULT"] });
  held.story.start("LEAD", day.day(9, "10:00"), held.telling.measure).askHold("LEAD", day.day(8, "09:00"), "WAIT_FUNDS", day.date(5)).approve("chen", day.day(8, "16:00"));
}

/** Above the community: street and district. */
export function tellReferredUp(day: LiveDay): void {
  const { shelf } = day;
  for (const [n, category, where] of [
    [20, "assets.sewer", "国货街18号"],
    [26, "assets.road", "麟苑小区"],
    [22, "events.parking", "宜城苑"],
  ] as const) {
    const { story, telling } = toCommunity(day, n, n - 2, n - 5, { category, where, severity: "HIGH", tags: ["DIFFICULT"] });
    story.deliberate("zhou", day.day(n - 7, "19:00"), shelf.say(benches)).referUp("chen", day.day(n - 14, "10:00"), shelf.say(tried));
    story.start("LEAD", day.day(n - 15, "15:00"), telling.measure);
  }
  const far = toCommunity(day, 34, 32, 29, { category: "assets.leak", where: "大南门新村4号楼", severity: "HIGH" });
  far.story.whistle("chen", day.day(27, "09:00"), "municipal", "请查清供水管权属。").report("municipal", day.day(25, "15:00"), 0, "管线为早年单位自建，不在市政台账。");
  far.story.release("chen", day.day(24, "10:00"), 0).referUp("chen", day.day(22, "10:00"), "吹哨查明权属，需街道牵头。").referUp("street", day.day(14, "10:00"), "街道无改造资金，报区里统筹。");
}

function resolved(day: LiveDay, n: number, opening: Opening, answered: boolean): ToldStory {
  const live = day.accepted(day.day(n + 2, "09:40"), opening);
  const { story, telling } = live;
  if (answered) story.answer("LEAD", day.day(n, "14:30"), telling.result);
  else story.start("LEAD", day.day(n + 1, "10:00"), telling.measure).resolve("LEAD", day.day(n, "14:30"), telling.result);
  return live;
}

/** Done, says the lead; now the respondents are asked. */
export function tellCallBack(day: LiveDay): void {
  const { shelf } = day;
  // Resolved one to three working days ago: the oldest of them are due today.
  resolved(day, 1, { category: "assets.lighting", where: ["吴越街8号", 1] }, false).story.contact("LEAD", day.ago(90), "RESULT_TOLD", shelf.say(resultsTold));
  resolved(day, 1, { category: "events.noise", where: "国货街10号", kind: "OPINION", channel: "POINT" }, true);
  resolved(day, 2, { category: "events.dogs", where: "大南门新村1号楼", kind: "OPINION" }, true);
  resolved(day, 2, { category: "assets.drying", where: "墨子巷9号" }, false).story.callBack("zhou", day.day(1, "10:10"), 0, null);
  resolved(day, 3, { category: "events.litter", where: "宜城苑4号楼" }, false);
  const anonymous = resolved(day, 3, { category: "events.greenery", where: "曹家巷小区8号楼", kind: "OPINION", anonymous: true }, true);
  anonymous.story.contact("LEAD", day.day(2, "09:30"), "RESULT_TOLD", "结果贴在收集点公示栏。");
  // Overdue: one cannot be reached, one nobody asked.
  const silent = resolved(day, 6, { category: "events.parking", where: "锡麟街23号" }, false).story;
  silent.callBack("zhou", day.day(5, "10:00"), 0, null).callBack("zhou", day.day(4, "16:00"), 0, null);
  resolved(day, 5, { category: "assets.stairwell", where: ["龙门小区4号楼", 1] }, false);
  // Not reached on three working days: the clerk may close it without the answer.
  const unheard = resolved(day, 9, { category: "assets.lighting", where: ["锡麟街29号", 1] }, false).story;
  for (const [n, time] of [[8, "10:20"], [7, "17:40"], [5, "09:10"]] as const) unheard.callBack("zhou", day.day(n, time), 0, null);
  // One party of two has answered.
  const quarrel = resolved(day, 2, { category: "disputes.drying", where: ["天后宫小区1号楼", 2] }, false).story;
  quarrel.callBack("zhou", day.day(1, "15:40"), 0, "SATISFIED", shelf.say(satisfiedWords));
}

/** Closed in the last weeks. */
export function tellClosed(day: LiveDay): void {
  const { shelf } = day;
  const done: readonly (readonly [n: number, opening: Opening, answered: boolean])[] = [
    [2, { category: "assets.lighting", where: ["曹家巷小区1号楼", 1] }, false],
    [3, { category: "events.noise", where: "吴越花园1号楼", kind: "OPINION" }, true],
    [4, { category: "events.litter", where: "锡麟街21号", kind: "OPINION", channel: "POINT" }, true],
    [6, { category: "assets.stairwell", where: ["大南门新村2号楼", 3] }, false],
    [7, { category: "disputes.noise", where: ["宜城苑1号楼", 2] }, false],
    [9, { category: "events.charging", where: "墨香苑1号楼", severity: "HIGH" }, false],
    [11, { category: "disputes.dogs", where: "龙门小区5号楼" }, false],
    [12, { category: "assets.sewer", where: ["天后宫小区5号楼", 1] }, false],
    [15, { category: "disputes.leak", where: ["锡麟街29号", 2] }, false],
    [17, { category: "assets.road", where: "国货街6号" }, false],
  ];
  for (const [n, opening, answered] of done) {
    const { story } = resolved(day, n, opening, answered);
    story.contact("LEAD", day.day(n, "17:10"), "RESULT_TOLD", shelf.say(resultsTold));
    for (let i = story.respondents - 1; i >= 0; i -= 1) {
      const basic = (n + i) % 5 === 0;
      story.callBack("zhou", minutesAfter(day.day(n - 1, "10:00"), 12 * (3 - i)), i, basic ? "BASIC" : "SATISFIED", shelf.say(basic ? basicWords : satisfiedWords));
    }
  }
  // Not what was promised: the reporter's word opens it again, and it stands in the building anew.
  const again = resolved(day, 4, { category: "assets.leak", where: ["曹家巷小区7号楼", 3], severity: "HIGH" }, false).story;
  again.callBack("zhou", day.day(2, "11:00"), 0, "DISSATISFIED", shelf.say(dissatisfiedWords)).contact("LEAD", day.day(1, "09:30"), "VISIT", "重新上门看了，漏点还在里面。");
}

/** What left the board: merged, refused, taken back. */
export function tellEnds(day: LiveDay): void {
  const racks = day.accepted(day.day(6, "09:10"), { category: "assets.drying", where: "曹家巷小区4号楼", tags: ["LONGED_FOR", "WORRYING"] });
  racks.story.escalate("LEAD", day.day(4, "10:00"), "三栋楼都缺晾晒的地方。");
  for (const [n, where] of [[4, "曹家巷小区2号楼"], [3, "曹家巷小区4号楼"], [2, "曹家巷小区7号楼"]] as const) {
    const same = day.open(day.day(n, "16:30"), { category: "assets.drying", where, kind: "OPINION", channel: "POINT" });
    day.book.merge(same.story.matter, racks.story.matter, "head-003", day.day(n - 1, "09:00"));
  }
  day.open(day.day(9, "14:00"), { category: "disputes.family", where: "吴越花园2号楼" }).story.decline("head-002", day.day(8, "09:30"), "POLICE_MATTER", "请拨打110或到宜城路派出所。");
  const back = day.accepted(day.day(7, "10:00"), { category: "events.greenery", where: "墨香苑2号楼", kind: "OPINION" });
  back.story.withdraw("LEAD", day.day(5, "09:00"));
}
