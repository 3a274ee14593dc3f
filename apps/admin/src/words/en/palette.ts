import type { Same } from "../language.ts";
import type { palette as source } from "../zh/palette.ts";

export const palette: Same<typeof source> = {
  prompt: "Number, case, building, grid, or pinyin",
  pages: "Pages",
  actions: "Actions",
  cases: "Cases",
  grids: "Grids",
  buildings: "Buildings",
  nothing: "Nothing found",
  looking: "Looking…",
  unreachable: "The server cannot be reached: only pages and actions are found",
  toEnglish: "Switch to English",
  toChinese: "Switch to Chinese",
  light: "Light appearance",
  dark: "Dark appearance",
  system: "Appearance of the system",
  largeOn: "Turn large text on",
  largeOff: "Turn large text off",
  move: "move",
  run: "open",
  close: "close",
};
