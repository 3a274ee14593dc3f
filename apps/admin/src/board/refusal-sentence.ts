import { phraseOf, type Refusal } from "@bandeng/domain";
import type { Language } from "../words/language.ts";

export type Say = (refusal: Refusal, language: Language) => string;

/** The sentence for a refusal. A file of its own: all of them weigh 8 KB gz, and come with the first move. */
export default function sayRefusal(refusal: Refusal, language: Language): string {
  return phraseOf(refusal, language);
}
