/** English, as one file of its own: fetched when somebody reads English. */
export { namesEn } from "@bandeng/domain";
export { en } from "./en.ts";
