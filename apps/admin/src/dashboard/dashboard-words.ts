import { dashboard as en } from "../words/en/dashboard.ts";
import { wordPair } from "../words/language.ts";
import { dashboard as zh } from "../words/zh/dashboard.ts";

export const dashboardWords = wordPair(zh, en);
