import { namesEn, namesZh, type Names } from "@bandeng/domain";
import type { Language } from "../words/language.ts";

/** As the domain's `namesIn`, which stands beside the sentences of all refusals: those come with the first move. */
export const namesOf = (language: Language): Names => (language === "zh" ? namesZh : namesEn);
