import type { ExpertsQuery } from "../graphql/graphql.ts";

/** An entry of the pool with its ties, which only whoever keeps the pool is told. */
export type ListedExpert = ExpertsQuery["experts"]["nodes"][number];
