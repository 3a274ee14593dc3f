import type { ApolloServerPlugin } from "@apollo/server";
import { earlyError } from "../http/api-error.ts";
import type { Context } from "../http/context.ts";

/** A subscription is answered at /graphql/stream; here it would be run as a query of nothing. */
export const subscriptionRefusal: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation !== "subscription") return;
        const isEnglish = (contextValue as Partial<Context>).language === "en";
        throw earlyError("BAD_USER_INPUT", isEnglish ? "Subscriptions are asked at /graphql/stream, with Accept: text/event-stream" : "订阅请发往 /graphql/stream，并带 Accept: text/event-stream");
      },
    };
  },
};
