import { namesIn, type Amendable, type CaseEventPayloads, type CaseEventType, type Names } from "@bandeng/domain";
import { categoryName } from "../categories/own-trees.ts";
import { caseEvents as en } from "../words/en/case-events.ts";
import { formatFor } from "../words/format.ts";
import type { Language } from "../words/language.ts";
import { caseEvents as zh } from "../words/zh/case-events.ts";

/** How a sentence names what a payload only has an id of. */
export interface Say {
  names: Names;
  person(id: string | null): string;
  respondent(key: string): string;
  department(id: string): string;
  /** The department a whistle was blown for. */
  whistle(id: string): string;
  category(id: string): string;
  grid(code: string): string;
  day(date: string | null): string;
  changes(before: Amendable, after: Amendable): string;
}

/** One sentence for each event type of the domain: a missing one does not compile. */
export type EventTellers = { readonly [T in CaseEventType]: (payload: CaseEventPayloads[T], say: Say) => string };

/** The names a case brings along, by id: people, respondents by key, departments, whistles; as `community` the code of its community. */
export type KnownNames = ReadonlyMap<string, string>;

export interface ToldEvent {
  type: string;
  payload: string;
}

const unknown = {
  zh: { person: "一位同事", respondent: "一位居民", department: "一个部门", place: "地点", parties: "当事人", none: "未定", anonymous: "匿名反映人" },
  en: { person: "a colleague", respondent: "a resident", department: "a department", place: "the place", parties: "the parties", none: "none", anonymous: "the anonymous reporter" },
} as const;

function sayIn(language: Language, known: KnownNames): Say {
  const names = namesIn(language);
  const format = formatFor(language);
  const or = unknown[language];
  const category = (id: string) => categoryName(id, known.get("community"), language) ?? id;
  const valueOf = (key: keyof Amendable, value: unknown): string | null => {
    if (value === null || value === undefined) return or.none;
    if (key === "kind") return names.kind[value as keyof Names["kind"]];
    if (key === "severity") return names.severity[value as keyof Names["severity"]];
    if (key === "category") return category(String(value));
    if (key === "tags") return (value as (keyof Names["tag"])[]).map((tag) => names.tag[tag]).join(language === "zh" ? "、" : ", ") || or.none;
    return key === "title" ? String(value) : null;
  };
  const fieldWords: Record<keyof Amendable, readonly [string, string]> = {
    title: ["标题", "the title"],
    kind: ["类型", "the kind"],
    category: ["类别", "the category"],
    place: [unknown.zh.place, unknown.en.place],
    gridCode: ["网格", "the grid"],
    severity: ["紧急程度", "the urgency"],
    tags: ["急难愁盼", "the tags"],
    parties: [unknown.zh.parties, unknown.en.parties],
  };
  return {
    names,
    person: (id) => (id === null ? or.person : (known.get(id) ?? or.person)),
    respondent: (key) => known.get(key) ?? (key.startsWith("opinion:") ? or.anonymous : (known.get(key.slice(key.indexOf(":") + 1)) ?? or.respondent)),
    department: (id) => known.get(id) ?? or.department,
    whistle: (id) => known.get(id) ?? or.department,
    category,
    grid: (code) => known.get(code) ?? code,
    day: (date) => (date === null ? or.none : format.date(`${date}T12:00:00+08:00`)),
    changes: (before, after) =>
      (Object.keys(after) as (keyof Amendable)[])
        .map((key) => {
          const [from, to] = [valueOf(key, before[key]), valueOf(key, after[key])];
          const field = fieldWords[key][language === "zh" ? 0 : 1];
          if (from === null || to === null) return field;
          return language === "zh" ? `${field}（${from} → ${to}）` : `${field} (${from} → ${to})`;
        })
        .join(language === "zh" ? "、" : ", "),
  };
}

/** An event in words, to be read after the name of who did it. A type this page does not know yet is told by its name. */
export function sentenceOf(event: ToldEvent, language: Language, known: KnownNames): string {
  const tellers = language === "zh" ? zh : en;
  const tell = Object.hasOwn(tellers, event.type) ? (tellers[event.type as CaseEventType] as (payload: unknown, say: Say) => string) : null;
  if (!tell) return event.type;
  try {
    return tell(JSON.parse(event.payload), sayIn(language, known));
  } catch {
    // Told by a newer server with a payload of another shape: its name is better than a page that fails.
    return namesIn(language).event[event.type as CaseEventType];
  }
}

/** Cases a payload refers to: what it was merged into, split from, linked with. */
export function linkedCases(event: ToldEvent): string[] {
  const payload = JSON.parse(event.payload) as Partial<{ into: string; from: string; linkedFrom: string | null }>;
  switch (event.type) {
    case "COLLECTED":
      return payload.linkedFrom ? [payload.linkedFrom] : [];
    case "MERGED":
    case "SEPARATED":
      return payload.into ? [payload.into] : [];
    case "ABSORBED":
    case "UNMERGED":
      return payload.from ? [payload.from] : [];
    default:
      return [];
  }
}
