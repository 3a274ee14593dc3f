import { myWork as en } from "../words/en/my-work.ts";
import { wordPair } from "../words/language.ts";
import { myWork as zh } from "../words/zh/my-work.ts";

export const workWords = wordPair(zh, en);
