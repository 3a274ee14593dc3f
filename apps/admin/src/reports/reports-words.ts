import { reports as en } from "../words/en/reports.ts";
import { wordPair } from "../words/language.ts";
import { reports as zh } from "../words/zh/reports.ts";

export const reportsWords = wordPair(zh, en);
