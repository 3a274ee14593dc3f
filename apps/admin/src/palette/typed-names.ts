import { en } from "../words/en.ts";
import type { Words } from "../words/useWords.tsx";
import { zh } from "../words/zh.ts";

type PageName = keyof Words["pages"];

/** How the names of pages are typed, syllable by syllable: a dictionary of pinyin would weigh more than the rest of the page. */
const syllablesOf: Partial<Record<PageName, string>> = {
  board: "yi shi kan ban",
  myWork: "wo de dai ban",
  intake: "deng ji",
  meetings: "ban deng hui",
  mediations: "tiao jie",
  fees: "fei yong",
  projects: "shu ji xiang mu",
  places: "xiao qu lou dong",
  people: "ren yuan yu zhi ze",
  collectionPoints: "min yi shou ji dian",
  contactDays: "lian xi ri",
  dashboard: "shu ju",
  integrations: "ji cheng",
  audit: "shen ji",
  settings: "she zhi",
};

/** What something can be found by: its names in both languages, its pinyin and the initials of that. */
export function searchOf(names: readonly string[], syllables = ""): string {
  const parts = syllables.split(" ");
  return [...names, parts.join(""), parts.map((part) => part.charAt(0)).join("")].join("\n").toLowerCase();
}

export function pageSearch(name: PageName): string {
  return searchOf([zh.pages[name], en.pages[name]], syllablesOf[name]);
}

export function isFound(search: string, text: string): boolean {
  return search.includes(text.trim().toLowerCase());
}
