/** The two languages of the page. Chinese is the source, and what a first visit sees. */
export type Language = "zh" | "en";

/** What goes into `<html lang>`, Intl and React Aria. */
export const localeOf: Record<Language, "zh-CN" | "en-US"> = { zh: "zh-CN", en: "en-US" };

/**
 * The shape a translation must have: the same keys, a string for a string, the same parameters for a function.
 * A missing key, a key too many or a wrong parameter does not compile.
 */
export type Same<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Same<Source[Key]>;
};

/** A feature's own words in both languages, kept in the feature's folder and so in its lazy chunk. */
export interface WordPair<Source> {
  readonly zh: Source;
  readonly en: Same<Source>;
}

/**
 * Both languages of one feature: `export const boardWords = wordPair({ title: "议事看板" } as const, { title: "Board" })`.
 * The second argument is checked against the first.
 */
export function wordPair<const Source extends object>(zh: Source, en: Same<NoInfer<Source>>): WordPair<Source> {
  return { zh, en };
}

const storageKey = "bandeng.language";

/** The language chosen on this device; Chinese if none was chosen or storage is closed to us. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A private window may refuse storage: the choice then lasts as long as the page.
  }
}
