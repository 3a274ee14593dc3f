import { AmendPublication } from "./amend-publication.ts";
import { AnswerComment } from "./answer-comment.ts";
import { DraftPublication } from "./draft-publication.ts";
import { HideComment } from "./hide-comment.ts";
import { PublicationResolver } from "./publication-query.ts";
import { PublishPublication } from "./publish-publication.ts";
import { ShowComment } from "./show-comment.ts";
import { TakeDownPublication } from "./take-down-publication.ts";
import { TakeUpObjection } from "./take-up-objection.ts";

/** The resolvers of publications. */
export const publicationResolvers = [
  AmendPublication,
  AnswerComment,
  DraftPublication,
  HideComment,
  PublicationResolver,
  PublishPublication,
  ShowComment,
  TakeDownPublication,
  TakeUpObjection,
] as const;
