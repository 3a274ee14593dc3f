import { useQuery } from "urql";
import type { CaseHelpQuery } from "../graphql/graphql.ts";
import { caseHelpDocument } from "./expert-documents.ts";

export type CaseHelp = NonNullable<CaseHelpQuery["case"]>;
export type ShownCall = CaseHelp["expertCalls"][number];
export type ShownFact = CaseHelp["facts"][number];

/** Calls and questions of fact of one case; null until they are there. */
export function useCaseHelp(id: string) {
  const [{ data, error, fetching }, again] = useQuery({ query: caseHelpDocument, variables: { id }, requestPolicy: "cache-and-network" });
  return { help: data?.case ?? null, error, isReading: fetching, reload: () => again({ requestPolicy: "network-only" }) };
}

/** Whom a call waits for; null when it is over. */
export function askedOf(call: ShownCall) {
  return call.endedAt === null ? (call.asked.at(-1) ?? null) : null;
}
