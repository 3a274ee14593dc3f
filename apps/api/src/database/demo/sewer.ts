import type { CaseBook } from "./case-book.ts";
import { CaseStory } from "./case-story.ts";
import { found, type Resident } from "./people.ts";
import { moment } from "./times.ts";

/** 锡麟街25号3单元下水道: told to a Party member at home on a Friday evening. Fees and meetings are told elsewhere. */
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
  sewer.deliberate("head-005", moment("2024-05-08", "10:00"), "锡麟街25号3单元门口").start("LEAD", moment("2024-05-08", "15:00"), "在商铺2平台下找到窨井，开挖换管，挨家挨户收取维修费。");
  sewer.askHold("LEAD", moment("2024-05-08", "16:00"), "WAIT_FUNDS", "2024-05-20").approve("chen", moment("2024-05-08", "17:20"));
  sewer.resolve("LEAD", moment("2024-05-21", "16:00"), "出户管换新并接入市政井，连放三小时水不返，费用已结清。");
  sewer.contact("LEAD", moment("2024-05-21", "17:30"), "RESULT_TOLD", "在单元门口当着大家放水看了一遍。");
  sewer.callBack("zhou", moment("2024-05-22", "10:00"), 0, "SATISFIED", "总算能放心冲水了，老张那一晚的茶没白喝。").callBack("zhou", moment("2024-05-22", "10:20"), 1, "SATISFIED", "店里又能开火了。");
  for (const day of ["2024-05-22", "2024-05-23", "2024-05-24"]) sewer.callBack("zhou", moment(day, "11:00"), 2, null);
  sewer.close("zhou", moment("2024-05-24", "17:00"));
}
