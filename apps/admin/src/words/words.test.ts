import { expect, test } from "vitest";
import { accountWords } from "../account/account-words.ts";
import { attachmentWords } from "../attachments/attachment-words.ts";
import { galleryWords } from "../gallery/gallery-words.ts";
import { integrationsWords } from "../integrations/integrations-words.ts";
import { intakeWords } from "../intake/intake-words.ts";
import { paletteWords } from "../palette/palette-words.ts";
import { peopleWords } from "../people/people-words.ts";
import { personalWords } from "../personal/personal-words.ts";
import { sessionWords } from "../session/session-words.ts";
import { settingsWords } from "../settings/settings-words.ts";
import { en } from "./en.ts";
import { wordPair } from "./language.ts";
import { zh } from "./zh.ts";

/** Every text of a dictionary with its path; functions are asked with sample parameters. */
function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return [[here, String((value as (...given: unknown[]) => unknown)(3, 2, 1))]];
    return texts(value as object, here);
  });
}

/** Words that load with their features. */
const features = [accountWords, attachmentWords, galleryWords, sessionWords, intakeWords, integrationsWords, paletteWords, peopleWords, personalWords, settingsWords];

const chinese = /[\u4e00-\u9fff]/;
/** Marks and names that are the same in both languages. */
const untranslated = new Set(["terms.kindSeal.OPINION", "terms.kindSeal.DIFFICULTY", "terms.kindSeal.DISPUTE", "frame.languageZh"]);

test("both languages have the same keys, and none is empty", () => {
  expect(texts(en).map(([path]) => path)).toEqual(texts(zh).map(([path]) => path));
  for (const [path, text] of [...texts(zh), ...texts(en)]) expect(text.trim(), path).not.toBe("");
});

test("English is English", () => {
  const left = [...texts(en), ...features.flatMap((pair) => texts(pair.en))].filter(([path, text]) => chinese.test(text) && !untranslated.has(path));
  expect(left).toEqual([]);
});

test("Chinese has Chinese punctuation", () => {
  const wrong = [...texts(zh), ...features.flatMap((pair) => texts(pair.zh))].filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text));
  expect(wrong).toEqual([]);
});

test("a missing, extra or ill-typed key does not compile", () => {
  const source = { title: "标题", count: (n: number) => `${n} 件` } as const;
  // @ts-expect-error count is missing
  wordPair(source, { title: "Title" });
  // @ts-expect-error body is one too many
  wordPair(source, { title: "Title", count: (n) => `${n}`, body: "Body" });
  // @ts-expect-error count takes a number
  wordPair(source, { title: "Title", count: (n: string) => n });
  expect(wordPair(source, { title: "Title", count: (n) => `${n} cases` }).en.count(2)).toBe("2 cases");
});
