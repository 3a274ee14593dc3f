import type { CostShownFragment } from "../graphql/graphql.ts";

/** What bodies pay directly: no part of what the residents share. */
export const fundsFen = ({ funds }: Pick<CostShownFragment, "funds">) => funds.reduce((sum, { fen }) => sum + fen, 0);
