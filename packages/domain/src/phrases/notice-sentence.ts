import type { PhraseLanguage } from "./names.ts";
import { noticesEn } from "./notices-en.ts";
import { noticesZh } from "./notices-zh.ts";
import type { Visibility } from "../case/visibility.ts";
import type { Instant } from "../deadline/moment.ts";
import type { NoticeKind } from "../notice/notice-kinds.ts";

/** How notices are said in one language. `what` is the case as far as the reader sees it. */
export interface NoticePhrases {
  /** A case that is seen whole. */
  readonly whole: (title: string, no: string) => string;
  /** A dispute of which only the card is seen. */
  readonly masked: (no: string) => string;
  /** A case that is out of sight by now. */
  readonly hidden: string;
  /** No case: a meeting with an agenda that is still empty. */
  readonly none: string;
  readonly of: { readonly [K in NoticeKind]: (what: string, moment: Instant | null) => string };
}

/** What a notice is about, as the reader sees it at this moment; null when it hangs on no case. */
export type NoticedCase = { readonly visibility: Visibility; readonly no: string; readonly title: string } | null;

/** The sentence of a notice. Nothing of it is stored: what the reader may not see any more, it does not say. */
export function noticeSentence(kind: NoticeKind, about: NoticedCase, moment: Instant | null, language: PhraseLanguage): string {
  const phrases = language === "zh" ? noticesZh : noticesEn;
  return phrases.of[kind](whatOf(about, phrases), moment);
}

function whatOf(about: NoticedCase, { whole, masked, hidden, none }: NoticePhrases): string {
  if (about === null) return none;
  if (about.visibility === "NONE") return hidden;
  return about.visibility === "MASKED" ? masked(about.no) : whole(about.title, about.no);
}
