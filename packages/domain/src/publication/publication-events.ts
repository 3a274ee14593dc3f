import type { CommentKind, Publication } from "./publication.ts";
import type { Instant } from "../deadline/moment.ts";

/** What a draft sets, as a whole. */
export type PublicationFrame = Pick<Publication, "days" | "takesComments" | "photoIds">;

/** Everything that can have happened to a publication: ids and facts. Title, text, comments and answers are kept beside the log. */
export interface PublicationEventPayloads {
  PUBLICATION_DRAFTED: Pick<Publication, "kind" | "subjectId" | "areaCode"> & PublicationFrame;
  PUBLICATION_AMENDED: PublicationFrame;
  /** 公示: `until` is 18:00 of the last day; null for good. */
  PUBLICATION_PUBLISHED: { readonly until: Instant | null };
  PUBLICATION_TAKEN_DOWN: { readonly reason: string };
  COMMENT_LEFT: { readonly commentId: string; readonly kind: CommentKind };
  COMMENT_SHOWN: { readonly commentId: string };
  COMMENT_HIDDEN: { readonly commentId: string; readonly reason: string };
  COMMENT_ANSWERED: { readonly commentId: string };
}

export type PublicationEventType = keyof PublicationEventPayloads;

/** What a verb decides. */
export type PublicationEventBody = {
  [T in PublicationEventType]: { readonly type: T; readonly at: Instant; readonly payload: PublicationEventPayloads[T] };
}[PublicationEventType];

/** A fact in the log of a publication. `seq` is gap-free from 1; `actorId` is null where a resident wrote. */
export type PublicationEvent = PublicationEventBody & {
  readonly publicationId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly ahead?: true;
  readonly actorId: string | null;
};
