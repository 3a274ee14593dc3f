import type { PolicyRow } from "@bandeng/domain";

/** In the order they are shown: what is done every day first. */
export const policyGroups = ["CASE", "MEDIATION", "COST", "PROJECT", "HOUSE"] as const satisfies readonly PolicyRow["group"][];
