import { imports as en } from "../words/en/imports.ts";
import { wordPair } from "../words/language.ts";
import { imports as zh } from "../words/zh/imports.ts";

export const importWords = wordPair(zh, en);
