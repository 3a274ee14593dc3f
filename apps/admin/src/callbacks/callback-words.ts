import { callbacks as en } from "../words/en/callbacks.ts";
import { wordPair } from "../words/language.ts";
import { callbacks as zh } from "../words/zh/callbacks.ts";

export const callbackWords = wordPair(zh, en);
