import { publications as en } from "../words/en/publications.ts";
import { wordPair } from "../words/language.ts";
import { publications as zh } from "../words/zh/publications.ts";

export const publicationsWords = wordPair(zh, en);
