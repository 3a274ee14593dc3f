import { escalationReasons, benches, progressNotes, declinedTo } from "./tellings/phrases.ts";
import type { LiveDay } from "./live-day.ts";
import { minutesAfter } from "./times.ts";
import { demoCommunity } from "./place-plan.ts";

/** What has just come in: nobody has accepted it yet. */
export function tellIntake(day: LiveDay): void {
  const { book, shelf } = day;
  day.open(day.ago(25), { category: "assets.sewer", where: ["锡麟街23号", 2], severity: "HIGH", tags: ["URGENT"], by: "zhang", channel: "PROXY" });
  day.open(day.ago(70), { category: "events.litter", where: "国货街14号", kind: "OPINION", channel: "ONLINE", by: "zhou", uncategorised: true });
  // Somebody has to be on the spot within two hours, and is not yet.
  day.open(day.ago(50), { category: "events.charging", where: ["龙门小区4号楼", 3], severity: "SAFETY", tags: ["URGENT", "WORRYING"], by: "bh-6", channel: "VISIT" });
  const roof = day.open(day.ago(100), { category: "assets.roof", where: "墨子巷5号", severity: "SAFETY", channel: "PHONE", by: "zhou" });
  roof.story.contact("head-008", day.ago(35), "VISIT", "到现场拉了警戒带，下面的人行道先封住。");
  const lamp = day.open(day.day(1, "17:40"), { category: "assets.lighting", where: ["天后宫小区2号楼", 1], kind: "OPINION", channel: "POINT" });
  lamp.story.contact("member-001", day.ago(140), "PHONE", "电话问清是哪一层，晚上去看。");
  day.open(day.day(1, "19:10"), { category: "events.noise", where: "吴越街12号", kind: "OPINION", channel: "POINT", by: "second-002" });
  day.open(day.day(1, "16:20"), { category: "assets.drying", where: "曹家巷小区3号楼", kind: "OPINION", tags: ["LONGED_FOR"], by: "fang", channel: "VISIT" });
  // Nobody has called back in time.
  day.open(day.day(3, "15:05"), { category: "events.greenery", where: "大南门新村", kind: "OPINION", channel: "CONTACT_DAY", uncategorised: true });
  day.open(day.day(2, "10:30"), { category: "events.parking", where: "宜城苑2号楼", anonymous: true, channel: "POINT" });
  day.open(day.day(1, "11:15"), { category: "disputes.noise", where: ["墨香苑1号楼", 2], channel: "PHONE" });
  day.open(day.ago(180), { category: "disputes.dogs", where: "曹家巷小区5号楼", channel: "VISIT" });
  day.open(day.ago(200), { category: "events.litter", where: book.unknownSpot(`${demoCommunity}000`), kind: "OPINION", channel: "PHONE", by: "zhou" });
  day.open(day.day(1, "09:50"), { category: "assets.lift", where: ["吴越花园2号楼", 1], tags: ["DIFFICULT"], by: "zhang", channel: "PROXY" });

  // Refused once, and back on the reporter's appeal: only secretary or deputy decides now.
  const appealed = day.open(day.day(8, "10:00"), { category: "disputes.fee", where: "龙门小区2号楼" });
  appealed.story.contact("head-006", day.day(8, "10:30"), "FACE", "坐下来听了半个钟头。");
  appealed.story.decline("zhou", day.day(7, "15:00"), "IN_COURT", shelf.say(declinedTo.slice(0, 1)));
  appealed.story.appeal("head-006", day.day(2, "09:20"), "法院那边还没有立案，我就想先在社区谈一谈。");
}

/** On the first rung: in the building. */
export function tellBuilding(day: LiveDay): void {
  const { shelf } = day;
  day.accepted(day.day(1, "09:10"), { category: "assets.stairwell", where: ["曹家巷小区6号楼", 2] });
  day.accepted(day.day(1, "14:35"), { category: "events.dogs", where: "墨香苑2号楼", kind: "OPINION", channel: "POINT" });
  day.accepted(day.day(1, "10:20"), { category: "assets.leak", where: ["宜城苑3号楼", 1], severity: "HIGH", tags: ["URGENT"] });

  for (const [category, where, hour] of [
    ["assets.lighting", ["锡麟街27号", 1], "09:00"],
    ["assets.sewer", ["国货街6号", 1], "10:40"],
    ["events.litter", "龙门小区1号楼", "13:50"],
  ] as const) {
    const { story, telling } = day.accepted(day.day(2, hour), { category, where });
    story.start("LEAD", day.day(1, "11:00"), telling.measure, day.date(1)).contact("LEAD", day.day(1, "16:40"), "NOTE", shelf.say(progressNotes));
  }

  // Due today at 18:00.
  const window = day.accepted(day.day(3, "09:30"), { category: "assets.stairwell", where: ["天后宫小区4号楼", 3] });
  window.story.start("LEAD", day.day(2, "09:40"), window.telling.measure, day.date(0));
  const tile = day.accepted(day.day(3, "14:10"), { category: "assets.road", where: "墨子巷9号", tags: ["WORRYING"] });
  tile.story.start("LEAD", day.day(1, "10:15"), tile.telling.measure);

  // The building's own head leads it.
  const led = day.accepted(day.day(2, "15:30"), { category: "assets.lighting", where: "曹家巷小区3号楼", by: "fang" });
  led.story.assign("member-003", day.day(2, "17:00"), "fang", "LEAD", "楼栋长就住在楼里，最清楚。").start("LEAD", day.day(1, "08:50"), led.telling.measure);

  const bench = day.accepted(day.day(2, "09:15"), { category: "events.noise", where: "大南门新村3号楼", kind: "OPINION" });
  bench.story.deliberate("head-007", day.day(1, "18:30"), shelf.say(benches));

  // Asks for more days; the grid head has not decided.
  const asks = day.accepted(day.day(2, "11:00"), { category: "assets.roof", where: ["龙门小区5号楼", 2] });
  asks.story.start("LEAD", day.day(2, "16:00"), asks.telling.measure).askExtend("LEAD", day.day(1, "16:30"), 2, "师傅后天才有空，料已经订了。");

  const waits = day.accepted(day.day(3, "10:10"), { category: "assets.roof", where: "天后宫小区1号楼" });
  waits.story.start("LEAD", day.day(3, "15:00"), waits.telling.measure).askHold("LEAD", day.day(2, "09:30"), "WAIT_SEASON", day.date(6)).approve("head-001", day.day(2, "14:00"));

  const quarrel = day.accepted(day.day(2, "16:15"), { category: "disputes.stairwell", where: ["天后宫小区5号楼", 2] });
  quarrel.story.start("LEAD", day.day(1, "09:30"), quarrel.telling.measure);
  day.accepted(day.day(1, "15:20"), { category: "disputes.drying", where: "曹家巷小区2号楼" });
}

/** On the second rung: in the compound, by hand or because the building's days were over. */
export function tellCompound(day: LiveDay): void {
  const { shelf } = day;
  for (const [category, where, up, tags] of [
    ["events.parking", "曹家巷小区", 3, []],
    ["events.fireLane", "龙门小区", 2, ["WORRYING"]],
    ["assets.drying", "大南门新村", 4, ["LONGED_FOR"]],
    ["assets.road", "天后宫小区", 1, []],
  ] as const) {
    const { story, telling, head } = day.accepted(day.day(up + 2, "09:40"), { category, where, tags });
    story.escalate("LEAD", day.day(up, "10:30"), shelf.say(escalationReasons), {});
    story.assign(head, day.day(up, "14:00"), head, "LEAD", "网格牵头。").start("LEAD", minutesAfter(day.day(up, "14:00"), 60), telling.measure, day.date(2));
  }
  // Left alone: the clock itself took them up, and they wait for the grid head.
  day.accepted(day.day(5, "10:00"), { category: "assets.leak", where: ["锡麟街21号", 3] });
  day.accepted(day.day(6, "16:20"), { category: "events.litter", where: "国货街22号", severity: "LOW" });
  day.accepted(day.day(4, "11:40"), { category: "events.greenery", where: "宜城苑1号楼" });

  // Due today.
  const today = day.accepted(day.day(7, "09:20"), { category: "assets.drying", where: "龙门小区3号楼" });
  today.story.escalate("LEAD", day.day(5, "11:00"), shelf.say(escalationReasons)).deliberate("head-006", day.day(4, "19:00"), shelf.say(benches));

  const asks = day.accepted(day.day(5, "13:30"), { category: "assets.sewer", where: "麟苑小区1号楼", severity: "HIGH", tags: ["DIFFICULT"] });
  asks.story.escalate("LEAD", day.day(3, "09:00"), shelf.say(escalationReasons)).start("LEAD", day.day(3, "15:00"), asks.telling.measure);
  asks.story.askHold("LEAD", day.day(1, "10:10"), "WAIT_FUNDS", day.date(8));

  const held = day.accepted(day.day(9, "10:15"), { category: "events.greenery", where: "大南门新村6号楼" });
  held.story.escalate("LEAD", day.day(7, "09:30"), shelf.say(escalationReasons)).start("LEAD", day.day(7, "16:00"), held.telling.measure);
  held.story.askHold("LEAD", day.day(5, "09:00"), "WAIT_DEPARTMENT", day.date(4)).approve("deputy", day.day(5, "15:30"));

  for (const [category, where] of [["disputes.leak", ["国货街10号", 2]], ["disputes.stairwell", ["墨香苑1号楼", 3]]] as const) {
    const quarrel = day.accepted(day.day(4, "14:00"), { category, where });
    quarrel.story.escalate("LEAD", day.day(2, "10:20"), "两次上门都谈不拢，网格再约一次。").deliberate("LEAD", day.day(1, "19:20"), shelf.say(benches));
  }
}
