import type { Same } from "../language.ts";
import type { live as source } from "../zh/live.ts";

export const live: Same<typeof source> = {
  between: ", ",
  looking: (names, count) => `${names} ${count === 1 ? "is" : "are"} looking at it`,
  lost: "Reconnecting…",
  lostNote: "Changes of others do not come at the moment; they will when the connection is back",
};
