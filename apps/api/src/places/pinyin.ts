import { customPinyin, pinyin } from "pinyin-pro";

// 窨井 (manhole) is read yìn jǐng; the library's dictionary reads the first character otherwise.
customPinyin({ 窨井: "yìn jǐng" });

/** A name as it is typed on a keyboard: `caojiaxiang` and `cjx` for 曹家巷. Letters and digits of the name stay. */
export interface Typed {
  readonly pinyin: string;
  readonly initials: string;
}

/** How a name is typed. Stored in columns when the name is written, never computed at query time. `surname` for people. */
export function typed(name: string, kind: "place" | "surname" = "place"): Typed {
  const options = { toneType: "none", type: "array", nonZh: "consecutive", ...(kind === "surname" ? { surname: "head" as const } : {}) } as const;
  const syllables = pinyin(name, options).map((s) => s.toLowerCase().replaceAll(/\s/g, ""));
  return { pinyin: syllables.join(""), initials: syllables.map((s) => (/^[a-z]+$/.test(s) ? s.charAt(0) : s)).join("") };
}

/** What a case is found by: its number, its title, and how the title is typed. */
export function searchText(no: string, title: string): string {
  const t = typed(title);
  return `${no} ${title} ${t.pinyin} ${t.initials}`.toLowerCase();
}
