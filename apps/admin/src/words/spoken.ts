type English = (typeof import("./english.ts"))["english"];

let english: English | undefined;
let fetching: Promise<English> | undefined;

/** Fetches what English needs; the same promise for everybody. What could not be fetched is tried again when it is next wanted. */
export function loadEnglish(): Promise<English> {
  fetching ??= import("./english.ts").then(
    (loaded) => (english = loaded.english),
    (error: unknown) => {
      fetching = undefined;
      throw error;
    },
  );
  return fetching;
}

/** English, where it is spoken: LanguageProvider draws nothing in English before it is here. @throws Error when it is not */
export function spokenEnglish(): English {
  if (!english) throw new Error("English is not loaded");
  return english;
}
