import { meetings as en } from "../words/en/meetings.ts";
import { wordPair } from "../words/language.ts";
import { meetings as zh } from "../words/zh/meetings.ts";

export const meetingWords = wordPair(zh, en);
