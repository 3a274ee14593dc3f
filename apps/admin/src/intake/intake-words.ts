import { intake as en } from "../words/en/intake.ts";
import { wordPair } from "../words/language.ts";
import { intake as zh } from "../words/zh/intake.ts";

export const intakeWords = wordPair(zh, en);
