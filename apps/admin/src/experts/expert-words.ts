import { experts as en } from "../words/en/experts.ts";
import { wordPair } from "../words/language.ts";
import { experts as zh } from "../words/zh/experts.ts";

export const expertWords = wordPair(zh, en);
