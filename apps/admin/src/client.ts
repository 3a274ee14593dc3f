import { Client, fetchExchange, mapExchange } from "urql";
import { makeCacheExchange } from "./client/cache.ts";
import { withEarlyAnswers } from "./client/early-question.ts";
import { fetchWithRetry } from "./client/fetch-with-retry.ts";
import { freshnessExchange } from "./client/freshness.ts";
import { refusalExchange } from "./client/refusals.ts";
import { giveLive, Live } from "./live/live.ts";
import type { LinkGiven } from "./live/link.ts";
import { isUnauthenticated, isUnfinished } from "./client/request-id.ts";
import { sessionEnded, sessionUnfinished } from "./session/session-events.ts";
import { localeOf, storedLanguage } from "./words/language.ts";

export interface ClientGiven {
  fetch?: typeof fetch;
  url?: string;
  /** Where changes come from by themselves; without it the pages ask every now and then. */
  live?: LinkGiven;
}

/**
 * The GraphQL client: one per signed-in person (a new one after sign-out, so that nothing of the last one stays cached).
 * In order: who is signed out, or not all the way in, is told · refused verbs are told · the cache, with optimistic moves · answers that are behind are brought up to date ·
 * the network, where questions are asked again.
 */
export function makeClient({ fetch: send = (...given) => fetch(...given), url = "/graphql", live }: ClientGiven = {}): Client {
  const client = new Client({
    url,
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) sessionEnded();
          else if (isUnfinished(error)) sessionUnfinished();
        },
      }),
      refusalExchange(),
      makeCacheExchange(),
      freshnessExchange(),
      fetchExchange,
    ],
    fetch: fetchWithRetry(withEarlyAnswers(send)),
    preferGetMethod: false,
    // The server's sentences come in the language that is chosen at that moment.
    fetchOptions: () => ({ credentials: "same-origin", headers: { "accept-language": localeOf[storedLanguage()] } }),
  });
  if (live) giveLive(client, new Live(async (one) => (await import("./live/link.ts")).openLink(one, live)));
  return client;
}
