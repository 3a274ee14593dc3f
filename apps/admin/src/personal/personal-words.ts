import { personal as en } from "../words/en/personal.ts";
import { wordPair } from "../words/language.ts";
import { personal as zh } from "../words/zh/personal.ts";

export const personalWords = wordPair(zh, en);
