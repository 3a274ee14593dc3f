import { BenchStory } from "./bench-story.ts";
import { CaseStory } from "./case-story.ts";
import type { CaseBook } from "./case-book.ts";
import { ProjectStory, type WrittenPlan } from "./project-story.ts";
import { moment } from "./times.ts";
import type { Channel } from "@bandeng/domain";

/** Seven residents, seven ways to say that there is no place to dry anything. `voiced` where it was said earlier than written down. */
const heard: readonly (readonly [at: readonly [date: string, time: string], channel: Channel, building: string, words: string, voiced?: readonly [date: string, time: string]])[] = [
  [["2024-03-01", "09:20"], "POINT", "曹家巷小区2号楼", "绳子从我家窗口拉到电线杆，被子一晒，电线跟着往下坠，我看着就怕。", ["2024-02-27", "17:00"]],
  [["2024-03-01", "15:40"], "POINT", "曹家巷小区5号楼", "一到晴天像赶集，六点就要下来抢绳子，我这把年纪抢不过人家。"],
  [["2024-03-02", "10:05"], "POINT", "曹家巷小区6号楼", "楼前拉得横七竖八，骑车进来要低头，上次勒着脖子了。", ["2024-02-28", "18:20"]],
  [["2024-03-03", "16:30"], "POINT", "曹家巷小区7号楼", "我们这老房子没阳台，衣服晾在走廊里三天不干，一股霉味。"],
  [["2024-03-04", "09:10"], "CONTACT_DAY", "曹家巷小区3号楼", "能不能给我们小区做几个像样的晾衣架，大家轮着用，也不用往电线杆上拉了。"],
  [["2024-03-04", "09:50"], "CONTACT_DAY", "曹家巷小区1号楼", "下雨收衣服，绳子打结解不开，我踩着凳子够，差点摔下来。"],
  [["2024-03-04", "11:15"], "PHONE", "曹家巷小区8号楼", "亲戚来看我，说你们小区像挂万国旗，我脸都红了。"],
];

const plan: WrittenPlan = {
  title: "曹家巷小区共享晾衣架",
  problem: "小区建于1985年，多数住户无阳台，居民在电线杆间拉绳晾晒，影响通行并有安全隐患。",
  goal: "建成5组共享晾衣架，楼前和电线杆上的拉绳全部清除。",
  measures: "装晾衣架。",
  budgetFen: 1_850_000,
  funds: [{ name: "老旧小区改造", fen: 1_850_000 }],
  deliverables: [["共享晾衣架", 5]],
  milestones: [
    ["选址", 20, "2024-03-29"],
    ["公示", 10, "2024-03-29"],
    ["采购", 20, "2024-04-12"],
    ["安装", 30, "2024-05-08"],
    ["验收", 20, "2024-05-10"],
  ],
};

/** In front of building 3, on the spot, written down an hour later: ten residents of nine households, and what they thought of it. */
function tellBench(book: CaseBook, racks: CaseStory, buildings: readonly string[]): void {
  const at = moment("2024-03-06", "17:00");
  const bench = new BenchStory(book, { by: "head-003", at, heldAt: moment("2024-03-06", "16:00"), matter: racks.matter, where: "曹家巷小区3号楼前", scope: "COMPOUND" });
  const homes = new Map([...buildings, ...buildings].flatMap((building) => book.spot(building).residents.slice(0, 2)).map((r) => [r.household.id, r]));
  const neighbours = [...homes.values()].slice(0, 9).map((r, i) => [`r${i}`, "RESIDENT", r.household.id, r.id] as const);
  const keys = neighbours.map(([key]) => key);
  bench.sit(at, [["li", "GRID_HEAD", null, book.people.staff("head-003").id], ["p1", "PARTY_MEMBER", null], ["p2", "PARTY_MEMBER", null], ["wuye", "PROPERTY", null], ...neighbours, ["r0b", "RESIDENT", neighbours[0]?.[2] ?? null]]);
  bench.cause(at, "多数人家没有阳台，没有地方晾晒。").cause(at, "绳子拉在电线和电线杆上，挡路也不安全。");
  bench.option(at, "fines", "见一根剪一根，再拉就罚。", "OFFICIAL", "wuye").option(at, "racks", "在背风向阳的空地装几组共享晾衣架。", "RESIDENT", "r4").option(at, "leave", "维持现状，各晒各的。", "RESIDENT", "r7");
  bench.say(at, "r0", "不是我们爱拉绳子，是真没地方晒。").say(at, "wuye", "架子装好，谁来管得先说清楚。").say(at, "p1", "楼栋长分片管，轮着用。");
  bench.stand(at, "AGAINST", "fines", keys.slice(0, 3)).stand(at, "FOR", "racks", keys.slice(0, 8)).stand(at, "ACCEPT", "racks", keys.slice(8)).resolve(at);
  bench.action(at, "走一遍小区，选出五处位置。", "head-003", "2024-03-11", moment("2024-03-11", "09:00")).action(at, "各楼把绳子收好，架子装好前不再往电线杆上拉。", null, "2024-03-15", moment("2024-03-15", "09:00"));
  bench.hold(at, "大家从“不让晒”谈到“晒在哪里”，九户人家没有一户反对装架子。");
}

/** 曹家巷小区晾晒: seven opinions become a secretary project with five shared drying racks. */
export function tellRacks(book: CaseBook): void {
  const compound = book.spot("曹家巷小区");
  const all = heard.map(([[date, time], channel, building, words, voiced]) => {
    const at = moment(date, time);
    return new CaseStory(book, {
      at, by: "member-003", spot: compound, title: "曹家巷小区无处晾晒，拉绳挂在电线杆上", words, kind: "OPINION", category: "assets.drying", channel,
      severity: "HIGH", tags: ["WORRYING", "LONGED_FOR"], reporter: book.resident(book.spot(building)), ...(voiced ? { voicedAt: moment(...voiced) } : {}),
    });
  });
  const racks = all[4] as CaseStory;
  racks.contact("member-003", moment("2024-03-04", "14:00"), "FACE", "在百货商店门口收集点和来反映的几位碰了头，答应三月七日前答复。").accept("member-003", moment("2024-03-04", "14:30"));
  for (const other of all.filter((one) => one !== racks)) book.merge(other.matter, racks.matter, "head-003", moment("2024-03-04", "16:00"));
  tellBench(book, racks, heard.map(([, , building]) => building));
  racks.escalate("LEAD", moment("2024-03-06", "17:30"), "板凳会定了要装架子，整个小区一起选址。");
  racks.escalate("head-003", moment("2024-03-11", "10:00"), "选址要动用公共用地，请社区出面。");

  const project = new ProjectStory(book, "chen", moment("2024-03-15", "10:00"), [racks], plan);
  project.study("zhou", moment("2024-03-15", "10:20"), "2024-03-14", "党委会一致同意列为2024年书记项目，请居民代表全程参与选址和验收。").programmes("zhou", moment("2024-03-15", "10:25"), "老旧小区改造");
  project.submit("chen", moment("2024-03-15", "10:40")).returnPlan("street", moment("2024-03-15", "14:30"), "措施太笼统：写明位置、数量、谁来养护。");
  const measures = "板凳会选定5处背风向阳、不挡消防通道的位置；公示后采购不锈钢固定式晾衣架；居民代表签字验收，楼栋长分片养护。";
  project.amend("chen", moment("2024-03-15", "16:30"), { ...plan, measures }).submit("chen", moment("2024-03-15", "16:40"));
  project.publicise("street", moment("2024-03-18", "09:30"), "曹家巷小区公示栏");
  project.object("member-003", moment("2024-03-20", "15:00"), "四号架挡在去菜场的小路上，推车过不去。").answerObjection("chen", moment("2024-03-22", "10:00"), "四号架向东移三米，小路留足两米。");
  project.run("chen", moment("2024-03-25", "18:05"));
  racks.start("LEAD", moment("2024-03-26", "09:00"), measures);
  project.milestone("chen", moment("2024-03-26", "10:00"), 0, "五处位置放线照片，居民代表到场。").milestone("chen", moment("2024-03-27", "09:00"), 1, "公示栏照片与异议答复。");
  project.inspect("chen", moment("2024-03-29", "15:30"), "2024-03", "五处位置都放了线，四号架已按异议东移三米。", "清明后比价采购。");
  project.milestone("chen", moment("2024-04-11", "16:00"), 2, "三家比价，合同一份。").spend("zhou", moment("2024-04-12", "10:00"), 0, "不锈钢固定式晾衣架五组", 1_360_000);
  racks.contact("LEAD", moment("2024-04-24", "15:00"), "NOTE", "底座浇好两处，另外三处等天晴。");
  project.inspect("chen", moment("2024-05-06", "09:30"), "2024-04", "四月雨多，底座迟了一周，五处都已浇好。", "五月十日前装完验收。");
  project.milestone("chen", moment("2024-05-07", "17:00"), 3, "五组安装完成照片。").spend("zhou", moment("2024-05-08", "16:00"), 0, "底座和安装人工", 438_000);
  project.accept("chen", moment("2024-05-10", "10:00"), 0, 5, "五组逐一验收，居民代表签字。").sign("zhou", moment("2024-05-10", "10:20"), 0, (book.spot("曹家巷小区3号楼").residents[0] as { id: string }).id).milestone("chen", moment("2024-05-10", "10:30"), 4, "验收单一份。");
  racks.resolve("LEAD", moment("2024-05-13", "10:00"), "5组共享晾衣架建成，拉绳全部拆除，前后照片已留存。").contact("LEAD", moment("2024-05-13", "16:00"), "RESULT_TOLD", "逐户告知架子可以用了，轮用办法贴在架子上。");
  const answers = ["绳子没了，楼前亮堂了。", "不用抢了，好。", "骑车不用低头了。", "被子有太阳味了。", "当初就是随口一说，真给办成了。", "架子高了点，我够着费劲，其他都好。", "亲戚再来我带他去看架子。"];
  for (const [i, words] of answers.entries()) {
    const day = ["2024-05-14", "2024-05-14", "2024-05-14", "2024-05-15", "2024-05-15", "2024-05-16", "2024-05-16"][i] ?? "2024-05-16";
    racks.callBack("zhou", moment(day, `${10 + i}:10`), i, i === 5 ? "BASIC" : "SATISFIED", words);
  }
  project.requestStrikeOff("chen", moment("2024-05-20", "09:30")).strikeOff("street", moment("2024-05-23", "15:00"), "现场核查5组均在用，回访7户均满意或基本满意。");
  project.appraise("street", moment("2024-12-20", "10:00"), 2024, "EXCELLENT", "选址由居民定，异议有答复，按期销号，半年后回看五组都在用。").exemplary("street", moment("2024-12-20", "10:30"));
}
