import { BenchStory } from "./bench-story.ts";
import type { CaseBook } from "./case-book.ts";
import { CaseStory } from "./case-story.ts";
import { found, type Resident } from "./people.ts";
import { tellSewerFees } from "./sewer-fees.ts";
import { moment } from "./times.ts";

/** At the doorway of unit 3: eleven of twelve homes, both shops, and the man of the municipal works. 501 did not come and was told twice. */
function tellBench(book: CaseBook, sewer: CaseStory, residents: readonly Resident[]): void {
  const at = moment("2024-05-08", "10:00");
  const bench = new BenchStory(book, { by: "head-005", at: moment("2024-05-07", "10:00"), plannedFor: at, matter: sewer.matter, where: "锡麟街25号3单元门口", scope: "UNIT" });
  bench.invite(moment("2024-05-08", "08:20"), ["501"]).open(at);
  const came = bench.doors.filter(({ room }) => room !== "501");
  const living = (householdId: string): string | null => residents.find((r) => r.household.id === householdId)?.id ?? null;
  bench.sit(at, [["wang", "GRID_HEAD", null, book.people.staff("head-005").id], ["works", "DEPARTMENT", null], ...came.map(({ id, room }) => [room, room.startsWith("商铺") ? "SHOP_OWNER" : "RESIDENT", id, living(id)] as const)]);
  const talk = moment("2024-05-08", "10:40");
  bench.cause(talk, "出户窨井压在商铺2的平台下面，多年没有清掏。").cause(talk, "老管径小，几户一起排水就返上来。");
  bench.option(talk, "dig", "在商铺2平台下开挖，换管接入市政井。", "RESIDENT", "302").option(talk, "flush", "先请人高压疏通，过一阵再看。", "OFFICIAL", "works");
  bench.say(talk, "302", "疏通过三回了，通一回堵一回。").say(talk, "works", "市政一侧的管子我们来接，路面这一段算我们的。").say(talk, "商铺2", "平台可以拆，挖好了请给我恢复原样。");
  const homes = came.map(({ room }) => room);
  bench.stand(talk, "FOR", "dig", homes.filter((room) => room !== "602")).stand(talk, "ACCEPT", "dig", ["602"]).resolve(talk);
  bench.action(talk, "请三家施工队看现场报价。", "member-005", "2024-05-10", moment("2024-05-10", "16:00")).action(talk, "各户按面积凑维修费，楼上楼下互相提醒。", null, "2024-05-20", moment("2024-05-20", "17:00"));
  bench.hold(moment("2024-05-08", "11:30"), "在商铺2平台下找到窨井。501户不在家，五月七日门上张贴、五月八日早上又当面告知过家人。");
}

/** 锡麟街25号3单元下水道: told to a Party member at home on a Friday evening. Who bore what is told in sewer-fees.ts. */
export function tellSewer(book: CaseBook): void {
  const unit = book.spot("锡麟街25号", 3);
  const livesIn = (room: string): Resident => found(unit.residents, (r) => r.household.room === room);
  const told = { spot: unit, kind: "DIFFICULTY", category: "assets.sewer", severity: "HIGH", tags: ["URGENT", "DIFFICULT"] } as const;
  const sewer = new CaseStory(book, {
    ...told, at: moment("2024-04-26", "20:40"), voicedAt: moment("2024-04-26", "20:10"), by: "zhang", channel: "PROXY", reporter: livesIn("302"),
    title: "下水管道严重堵塞，出户窨井位置不明", words: "老张啊，我们遇到难题了。单元的下水全堵死了，楼下往外冒，找人来看，连出户的窨井在哪里都找不到。",
  });
  sewer.accept("member-005", moment("2024-04-26", "21:10")).contact("member-005", moment("2024-04-27", "09:00"), "VISIT", "到单元看了，一楼两户已经返水，先借了抽水泵。");
  // Not solved by Tuesday 18:00, Sunday 28th being a working day: the clock takes it up.
  const shop = new CaseStory(book, {
    ...told, at: moment("2024-05-06", "10:20"), by: "member-005", channel: "VISIT", reporter: livesIn("商铺2"),
    title: "店后返水，影响营业", words: "我店后面也在冒，油烟机下面一摊黑水，客人进来就皱眉头。",
  });
  const above = new CaseStory(book, {
    ...told, at: moment("2024-05-06", "17:45"), by: "member-005", channel: "VISIT", reporter: livesIn("602"),
    title: "六楼不敢用水", words: "我在六楼，一冲水楼下就喊，这几天都在单位洗漱。",
  });
  book.merge(shop.matter, sewer.matter, "head-005", moment("2024-05-07", "09:00"));
  book.merge(above.matter, sewer.matter, "head-005", moment("2024-05-07", "09:05"));
  tellBench(book, sewer, unit.residents);
  sewer.start("LEAD", moment("2024-05-08", "15:00"), "在商铺2平台下找到窨井，开挖换管，挨家挨户收取维修费。");
  sewer.askHold("LEAD", moment("2024-05-08", "16:00"), "WAIT_FUNDS", "2024-05-20").approve("chen", moment("2024-05-08", "17:20"));
  tellSewerFees(book, sewer);
  sewer.resolve("LEAD", moment("2024-05-21", "16:00"), "出户管换新并接入市政井，连放三小时水不返，费用已结清。");
  sewer.contact("LEAD", moment("2024-05-21", "17:30"), "RESULT_TOLD", "在单元门口当着大家放水看了一遍。");
  sewer.callBack("zhou", moment("2024-05-22", "10:00"), 0, "SATISFIED", "总算能放心冲水了，老张那一晚的茶没白喝。").callBack("zhou", moment("2024-05-22", "10:20"), 1, "SATISFIED", "店里又能开火了。");
  // The others who paid: of fourteen doors twelve are reached; 602 works away, and nobody opens at 501.
  const at501 = 10;
  for (let n = 3; n < 14; n += 1) if (n !== at501) sewer.callBack("zhou", moment("2024-05-22", `14:${10 + n}`), n, "SATISFIED", "下水通了，账也清楚。");
  for (const day of ["2024-05-22", "2024-05-23", "2024-05-24"]) sewer.callBack("zhou", moment(day, "15:00"), 2, null).callBack("zhou", moment(day, "15:10"), at501, null);
  sewer.close("zhou", moment("2024-05-24", "17:00"));
}
