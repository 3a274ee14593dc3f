import { communitySettings as en } from "../words/en/community-settings.ts";
import { wordPair } from "../words/language.ts";
import { communitySettings as zh } from "../words/zh/community-settings.ts";

export const communityWords = wordPair(zh, en);
