import { people as en } from "../words/en/people.ts";
import { wordPair } from "../words/language.ts";
import { people as zh } from "../words/zh/people.ts";

export const peopleWords = wordPair(zh, en);
