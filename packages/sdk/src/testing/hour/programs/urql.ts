import { Client, fetchExchange } from "@urql/core";
import { addresses, headers, keepMirror } from "./mirror.ts";

await keepMirror(
  addresses.map((url) => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false, fetchOptions: { headers } });
    return async (query, variables) => {
      const { data, error } = await client.query(query, variables).toPromise();
      if (error) throw error;
      return data as unknown;
    };
  }),
);
