import { caseWords as en } from "../words/en/case.ts";
import { wordPair } from "../words/language.ts";
import { caseWords as zh } from "../words/zh/case.ts";

/** The words of everything in this folder; they load with it. */
export const caseWords = wordPair(zh, en);
