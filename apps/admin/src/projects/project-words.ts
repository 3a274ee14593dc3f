import { projectWords as en } from "../words/en/projects.ts";
import { type Same, wordPair } from "../words/language.ts";
import { projectWords as zh } from "../words/zh/projects.ts";

export const words = wordPair(zh, en);
export type ProjectWords = Same<typeof zh>;
