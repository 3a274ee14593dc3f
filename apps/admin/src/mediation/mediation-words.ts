import { mediationWords as en } from "../words/en/mediation.ts";
import { wordPair } from "../words/language.ts";
import { mediationWords as zh } from "../words/zh/mediation.ts";

export const words = wordPair(zh, en);
