import { inbox as en } from "../words/en/inbox.ts";
import { wordPair } from "../words/language.ts";
import { inbox as zh } from "../words/zh/inbox.ts";

export const inboxWords = wordPair(zh, en);
