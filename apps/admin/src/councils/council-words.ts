import { councils as en } from "../words/en/councils.ts";
import { wordPair } from "../words/language.ts";
import { councils as zh } from "../words/zh/councils.ts";

export const councilWords = wordPair(zh, en);
