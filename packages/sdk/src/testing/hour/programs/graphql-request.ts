import { GraphQLClient } from "graphql-request";
import { addresses, headers, keepMirror } from "./mirror.ts";

await keepMirror(
  addresses.map((url) => {
    const client = new GraphQLClient(url, { headers });
    return (query, variables) => client.request(query, variables);
  }),
);
