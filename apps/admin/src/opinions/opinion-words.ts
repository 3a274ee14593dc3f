import { opinions as en } from "../words/en/opinions.ts";
import { wordPair } from "../words/language.ts";
import { opinions as zh } from "../words/zh/opinions.ts";

export const opinionWords = wordPair(zh, en);
