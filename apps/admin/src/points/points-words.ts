import { points as en } from "../words/en/points.ts";
import { wordPair } from "../words/language.ts";
import { points as zh } from "../words/zh/points.ts";

export const pointsWords = wordPair(zh, en);
