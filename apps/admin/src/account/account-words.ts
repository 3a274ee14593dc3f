import { account as en } from "../words/en/account.ts";
import { wordPair } from "../words/language.ts";
import { account as zh } from "../words/zh/account.ts";

export const accountWords = wordPair(zh, en);
