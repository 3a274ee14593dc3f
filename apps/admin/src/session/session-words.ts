import { session as en } from "../words/en/session.ts";
import { wordPair } from "../words/language.ts";
import { session as zh } from "../words/zh/session.ts";

export const sessionWords = wordPair(zh, en);
