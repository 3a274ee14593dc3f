import { useQuery } from "urql";
import { caseDetailDocument } from "../case-documents.ts";

/** What a form needs beyond the card: whoever reported, the opinions, the whistles, the ask. In the drawer it is in the cache already. */
export function useActionDetail(id: string) {
  const [{ data, fetching }] = useQuery({ query: caseDetailDocument, variables: { id } });
  return { detail: data?.case ?? null, isReading: fetching && !data?.case };
}
