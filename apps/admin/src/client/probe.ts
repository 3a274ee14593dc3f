import { graphql } from "../graphql/gql.ts";
export const q = graphql(`query Probe { viewer { username } }`);
