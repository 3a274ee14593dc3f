import { createRequire } from "node:module";
import type { pinyin as Pinyin } from "pinyin-pro";

let loaded: typeof Pinyin | undefined;

/** The library's dictionary takes twenty megabytes: it is loaded for the first name that is written, and nobody can wait for an import there. */
function library(): typeof Pinyin {
  if (loaded !== undefined) return loaded;
  const { customPinyin, pinyin } = createRequire(import.meta.url)("pinyin-pro") as typeof import("pinyin-pro");
  // 窨井 (manhole) is read yìn jǐng; the library's dictionary reads the first character otherwise.
  customPinyin({ 窨井: "yìn jǐng" });
  return (loaded = pinyin);
}

/** A name as it is typed on a keyboard: `caojiaxiang` and `cjx` for 曹家巷. Letters and digits of the name stay. */
export interface Typed {
  readonly pinyin: string;
  readonly initials: string;
}

/** How a name is typed. Stored in columns when the name is written, never computed at query time. `surname` for people. */
export function typed(name: string, kind: "place" | "surname" = "place"): Typed {
  const options = { toneType: "none", type: "array", nonZh: "consecutive", ...(kind === "surname" ? { surname: "head" as const } : {}) } as const;
  const syllables = library()(name, options).map((s) => s.toLowerCase().replaceAll(/\s/g, ""));
  return { pinyin: syllables.join(""), initials: syllables.map((s) => (/^[a-z]+$/.test(s) ? s.charAt(0) : s)).join("") };
}

/** What a case is found by: its number, its title, and how the title is typed. */
export function searchText(no: string, title: string): string {
  const t = typed(title);
  return `${no} ${title} ${t.pinyin} ${t.initials}`.toLowerCase();
}
