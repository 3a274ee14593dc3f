import { graphql } from "../graphql/gql.ts";

/** Cases that may be the matter being written down, as cards that the rules can be asked about. */
export const duplicatesDocument = graphql(`
  query IntakeDuplicates($place: PlaceInput!, $kind: CaseKind, $category: ID, $words: String!, $first: Int!) {
    likelyDuplicates(place: $place, kind: $kind, category: $category, words: $words, first: $first) {
      score
      case {
        ...CaseCard
      }
    }
  }
`);
