import {
  decideAnswerComment, decideComment, decideDraftPublication, decidePublish, decideShowComment, progressOf, recordPublication, type CommentKind, type Instant, type Publication, type PublicationDecision, type PublicationEvent, type PublicationKind,
} from "@bandeng/domain";
import { must, type CaseBook } from "./case-book.ts";
import { demoCommunity } from "./place-plan.ts";
import { idMaker } from "./seed.ts";
import { minutesAfter, moment, onWorkday } from "./times.ts";
import type { PublicationWords } from "../../publications/publication-store.ts";
import { projectFacts } from "../../publications/subject-facts.ts";

/** A publication with its history, its words, and what residents wrote beneath. */
export interface ToldPublication {
  readonly now: Publication;
  readonly events: readonly PublicationEvent[];
  readonly words: PublicationWords;
  readonly said: readonly { readonly id: string; readonly words: string; readonly shown: boolean; readonly answer: string | null }[];
}

interface Draft {
  readonly kind: PublicationKind;
  readonly subjectId?: string;
  readonly title: string;
  readonly body: string;
  readonly days?: number;
  readonly at: Instant;
  readonly until?: Instant | null;
  readonly facts?: PublicationWords["facts"];
}

interface Voice {
  readonly at: Instant;
  readonly kind: CommentKind;
  readonly words: string;
  readonly shownAt?: Instant;
  readonly answer?: string;
}

/** What hangs in the demo's community, and what did: notices, the publicity of the racks and their story. */
export function demoPublications(book: CaseBook, now: Instant): readonly ToldPublication[] {
  const newId = idMaker("publications");
  const tell = (draft: Draft, voices: readonly Voice[] = []): ToldPublication => {
    const id = newId(draft.at);
    const { title, body, kind } = draft;
    const facts = (at: Instant) => book.facts("zhou", at);
    const events: PublicationEvent[] = [];
    let current: Publication | null = null;
    const does = (decision: PublicationDecision, at: Instant, isResident = false): void => {
      const recorded = recordPublication(current, id, must(decision, `publication at ${at}: ${title}`), { viewer: isResident ? null : facts(at).viewer, now: at });
      current = recorded.publication;
      events.push(...recorded.events);
    };
    const is = (): Publication => current as unknown as Publication;
    does(decideDraftPublication({ kind, subjectId: draft.subjectId ?? null, areaCode: demoCommunity, title, body, days: draft.days ?? null, takesComments: kind !== "STORY", photoIds: [] }, facts(draft.at)), draft.at);
    const hung = minutesAfter(draft.at, 20);
    does(decidePublish(is(), { title, body, names: [], subject: draft.subjectId === undefined ? null : { ready: true, until: draft.until ?? null } }, facts(hung)), hung);
    const said = voices.map((voice) => {
      const commentId = newId(voice.at);
      does(decideComment(is(), { commentId, kind: voice.kind, words: voice.words }, voice.at), voice.at, true);
      if (voice.shownAt !== undefined) does(decideShowComment(is(), { commentId }, facts(voice.shownAt)), voice.shownAt);
      if (voice.shownAt !== undefined && voice.answer !== undefined) does(decideAnswerComment(is(), { commentId, answer: voice.answer }, facts(voice.shownAt)), voice.shownAt);
      return { id: commentId, words: voice.words, shown: voice.shownAt !== undefined, answer: voice.answer ?? null };
    });
    return { now: is(), events, words: { title, body, facts: draft.facts ?? null }, said };
  };

  const day = (n: number, time: string): Instant => onWorkday(book.calendar, now, n, time);
  const told: ToldPublication[] = [
    tell({ kind: "NOTICE", at: day(-3, "09:10"), days: 10, title: "今冬管道防冻提示", body: "天气转冷，请各家包好露在外面的水管。楼道里漏水、结冰，请随时告诉网格员，或打社区值班电话0556-5500000。" }, [
      { at: day(-2, "19:40"), kind: "COMMENT", words: "楼道的窗户关不严，风直往里灌，能不能一起看看？", shownAt: day(-1, "09:00"), answer: "网格员这周逐楼看，关不严的登记报修。" },
      { at: minutesAfter(now, -95), kind: "COMMENT", words: "老人家里的水表谁来包？" },
    ]),
    tell({ kind: "NOTICE", at: day(-6, "15:00"), days: 15, title: "社情民意联系日安排", body: "每周一上午，社区干部在小区里听大家说事，地点见各小区公示栏。不方便下楼的，打电话我们上门。" }),
  ];
  const racks = book.projects.find(({ now: p }) => p.title.includes("共享晾衣架"));
  if (racks?.now.struckOffAt != null) {
    const p = racks.now;
    told.push(
      tell({
        kind: "STORY", subjectId: p.id, at: moment("2024-05-27", "10:00"), title: "五组晾衣架，是怎么装起来的", facts: projectFacts(p, progressOf(p)),
        body: "三月里，七位居民先后反映没有地方晾衣，绳子拉到了电线杆上。社区在楼前开了一次板凳会，大家从“不让晒”谈到“晒在哪里”，九户人家没有一户反对装架子。公示时有人提出四号架挡路，架子向东移了三米。五月，五组晾衣架全部装好，由居民签字验收。",
      }),
    );
  }
  return told;
}
