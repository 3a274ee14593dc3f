import { cardNamesZh, type CardNames } from "@bandeng/domain";
import type { Language } from "../words/language.ts";
import { spokenEnglish } from "../words/spoken.ts";

/** The names of the first view. All others are the domain's `namesIn`, which stands beside the sentences of all refusals: those come with the first move. */
export const namesOf = (language: Language): CardNames => (language === "zh" ? cardNamesZh : spokenEnglish().namesEn);
