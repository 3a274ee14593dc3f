import { useCallback } from "react";
import { useQuery, type CombinedError } from "urql";
import { graphql } from "../graphql/gql.ts";
import type { CaseCardFragment, CaseDetailFragment } from "../graphql/graphql.ts";
import { caseDetailDocument } from "./case-documents.ts";

/** What a card of the board knew already: shown until the whole case has arrived. Never asked of the network. */
const caseHeadDocument = graphql(`
  query CaseHead($id: ID!) {
    case(id: $id) {
      ...CaseCard
    }
  }
`);

export interface CaseRead {
  detail: CaseDetailFragment | null;
  /** The card, sooner than the rest of it. */
  head: CaseCardFragment | null;
  isReading: boolean;
  isMissing: boolean;
  error: CombinedError | undefined;
  reload: () => void;
}

const number = /^\d{12}-\d{4}-\d+$/;

/** One case by its id or its number. */
export function useCase(idOrNo: string): CaseRead {
  const key = number.test(idOrNo) ? { no: idOrNo } : { id: idOrNo };
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: caseDetailDocument, variables: key, requestPolicy: "cache-and-network" });
  const [known] = useQuery({ query: caseHeadDocument, variables: { id: idOrNo }, requestPolicy: "cache-only", pause: "no" in key });
  const reload = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);
  // While the next case is fetched urql still hands out the one before: nobody must act on that.
  const isAsked = (found: { id: string; no: string } | null | undefined) => found?.id === idOrNo || found?.no === idOrNo;
  const detail = isAsked(data?.case) ? (data?.case ?? null) : null;
  const isReading = fetching || stale;
  return { detail, head: detail ?? (isAsked(known.data?.case) ? (known.data?.case ?? null) : null), isReading, isMissing: !detail && !error && !isReading, error, reload };
}
