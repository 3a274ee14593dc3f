import { namesEn } from "@bandeng/domain";
import { en } from "./en.ts";

/** English, as one file of its own: fetched when somebody reads English. */
export const english = { namesEn, en };
