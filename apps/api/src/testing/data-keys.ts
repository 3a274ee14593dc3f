import { DataKeys } from "../personal/data-keys.ts";

/** Keys for tests, the same in every run, number 1 first: nothing but tests was ever sealed with them. */
export const testDataKeys = new DataKeys(new Map([[1, Buffer.from("q0mZ4xkL0u9dJ3vQyq8mX1sFfJ2w7bT5nYpRkHcVb6o=", "base64")]]));
