import { createContext } from "react";

/** The case whose people are shown, so that a look at their data says what it was for. Null where nobody's data can be shown. */
export const RevealCase = createContext<string | null>(null);
