import { exports as en } from "../words/en/exports.ts";
import { wordPair } from "../words/language.ts";
import { exports as zh } from "../words/zh/exports.ts";

export const exportWords = wordPair(zh, en);
