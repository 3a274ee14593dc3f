import { palette as en } from "../words/en/palette.ts";
import { wordPair } from "../words/language.ts";
import { palette as zh } from "../words/zh/palette.ts";

export const paletteWords = wordPair(zh, en);
