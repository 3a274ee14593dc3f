import type { FeeStatementQuery } from "../graphql/graphql.ts";

export type FeeStatement = NonNullable<FeeStatementQuery["feeStatement"]>;
export type StatementRow = FeeStatement["rows"][number] & { id: string };

/** The rows with something to tell them apart by: two buildings may each have a 302. */
export const statementRows = ({ rows }: FeeStatement): StatementRow[] => rows.map((row, i) => ({ ...row, id: String(i) }));
