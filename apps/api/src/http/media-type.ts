import type { ApolloServerPlugin } from "@apollo/server";

const SAYS_JSON = /(?:^|,)\s*application\/json\b/i;
const SAYS_GRAPHQL = /application\/graphql-response\+json/i;

/**
 * Status codes as GraphQL over HTTP wants them by media type: a client that asks for `application/json` alone is one
 * that knows no status but "the server answered", so a document that cannot be read, checked or given its variables is
 * answered with 200 and its errors. Every other client, those that say nothing included, gets 400.
 */
export const mediaTypePlugin: ApolloServerPlugin = {
  async requestDidStart({ request }) {
    const accept = request.http?.headers.get("accept") ?? "";
    return {
      async willSendResponse({ response, source }) {
        // Without a source there was no document at all: that is a wrong request, whoever sends it.
        if (response.http.status !== 400 || source === undefined) return;
        if (SAYS_JSON.test(accept) && !SAYS_GRAPHQL.test(accept)) response.http.status = 200;
      },
    };
  },
};
