import { board } from "./en/board.ts";
import { frame } from "./en/frame.ts";
import { live } from "./en/live.ts";
import { pages } from "./en/pages.ts";
import { terms } from "./en/terms.ts";
import { ui } from "./en/ui.ts";
import type { Same } from "./language.ts";
import type { zh } from "./zh.ts";

/** The shared dictionary, in English. A missing or extra key does not compile. */
export const en: Same<typeof zh> = { board, frame, live, pages, terms, ui };
