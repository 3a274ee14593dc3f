import type { ChangesQuery, ChangesQueryVariables, FeedQuery, FeedQueryVariables } from "./graphql/operations.ts";
import { typed } from "./typed-document.ts";

/** Something that happened, in the key's sight; what it was about is read from its JSON. */
export type Change = Omit<ChangesQuery["changes"]["changes"][number], "payload"> & {
  /** Ids and facts; no words of people. */
  readonly payload: Readonly<Record<string, unknown>>;
};
/** Which changes; all that the key sees when nothing is said. */
export type ChangesVariables = Partial<Pick<ChangesQueryVariables, "areas" | "subjects">>;
/** How far the feed has come. */
export type FeedState = FeedQuery["feed"];

/** A stretch of the feed. */
export const changesDocument = typed<ChangesQuery, ChangesQueryVariables>(/* GraphQL */ `query Changes($after: FeedPosition, $first: Int!, $areas: [ID!], $subjects: [ChangeSubject!]) {
  changes(after: $after, first: $first, areas: $areas, subjects: $subjects) {
    after upTo head changes { position subject id version type areaCode at recordedAt actorId payload }
  }
}`);

/** The feed's head. */
export const feedDocument = typed<FeedQuery, FeedQueryVariables>(/* GraphQL */ `query Feed { feed { head waiting lagMilliseconds delayed } }`);
