import type { Refusal } from "../refusal.ts";
import { phrasesEn } from "./en.ts";
import { namesEn } from "./names-en.ts";
import { namesZh } from "./names-zh.ts";
import type { Names, PhraseLanguage } from "./names.ts";
import { phrasesZh } from "./zh.ts";

/** The sentence for a refusal: what stands in the way and, where there is one, the way out. */
export function phraseOf(refusal: Refusal, language: PhraseLanguage): string {
  const phrases = language === "zh" ? phrasesZh : phrasesEn;
  // Code and data belong together in a Refusal; indexing by the code loses that.
  return (phrases[refusal.code] as (data: Refusal["data"]) => string)(refusal.data);
}

/** What everything in the closed lists is called. */
export function namesIn(language: PhraseLanguage): Names {
  return language === "zh" ? namesZh : namesEn;
}
