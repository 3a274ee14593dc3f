import { settings as en } from "../words/en/settings.ts";
import { wordPair } from "../words/language.ts";
import { settings as zh } from "../words/zh/settings.ts";

export const settingsWords = wordPair(zh, en);
