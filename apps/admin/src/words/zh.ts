import { board } from "./zh/board.ts";
import { frame } from "./zh/frame.ts";
import { live } from "./zh/live.ts";
import { pages } from "./zh/pages.ts";
import { terms } from "./zh/terms.ts";
import { ui } from "./zh/ui.ts";

/**
 * The shared dictionary, in Chinese: what the frame, the primitives and every page need. A page's own words stay in its
 * feature's folder (wordPair in language.ts), so that they load with the page.
 */
export const zh = { board, frame, live, pages, terms, ui } as const;
