import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphQLSchema } from "graphql";
import { findPackage } from "../config.ts";
import type { Language } from "../http/context.ts";
import { withFigures } from "./limit-figures.ts";
import { errorsPage, pricesPage, refusalsPage } from "./reference-pages.ts";

/** A page of the docs. */
export interface DocPage {
  readonly name: string;
  readonly title: Record<Language, string>;
  /** Markdown. Where there is no Chinese text yet, the English one stands for it. */
  readonly text: Record<Language, string>;
}

const titles = {
  start: { zh: "五分钟上手", en: "Five-minute start" },
  recipes: { zh: "常用做法", en: "Recipes" },
  errors: { zh: "错误", en: "Errors" },
  refusals: { zh: "拒绝原因", en: "Refusals" },
  limits: { zh: "限额", en: "Limits" },
  prices: { zh: "价目表", en: "Price list" },
  changes: { zh: "契约的变更", en: "Changes of the contract" },
  keys: { zh: "密钥安全", en: "Keys" },
} as const satisfies Record<string, Record<Language, string>>;

/** All pages, in the order of the navigation: those of apps/api/docs, and those made from the code. */
export function docPages(schema: GraphQLSchema, folder = join(findPackage(import.meta.dirname), "docs")): DocPage[] {
  const made: Partial<Record<string, (language: Language) => string>> = { errors: errorsPage, refusals: refusalsPage, prices: (language) => pricesPage(schema, language) };
  return Object.entries(titles).map(([name, title]) => {
    const textIn = (language: Language): string => made[name]?.(language) ?? withFigures(readWritten(folder, name, language));
    return { name, title, text: { zh: textIn("zh"), en: textIn("en") } };
  });
}

function readWritten(folder: string, name: string, language: Language): string {
  const own = join(folder, `${name}.${language}.md`);
  return readFileSync(existsSync(own) ? own : join(folder, `${name}.en.md`), "utf8");
}
