import { costsWords as en } from "../words/en/costs.ts";
import { wordPair } from "../words/language.ts";
import { costsWords as zh } from "../words/zh/costs.ts";

export const words = wordPair(zh, en);
