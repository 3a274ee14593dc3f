import type { PublicationDecision } from "./evolve-publication.ts";
import { publicationLimits, takesCommentsNow, whyNotPublish } from "./keep-publication.ts";
import { commentKinds, type CommentKind, type PublicComment, type Publication } from "./publication.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { Instant } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface CommentInput {
  /** Given by whoever stores it. */
  readonly commentId: string;
  readonly kind: CommentKind;
  readonly words: string;
}

/** A resident, without an account, says something beneath what hangs. Nobody else reads it before somebody of the community has. */
export function decideComment(p: Publication, input: CommentInput, now: Instant): PublicationDecision {
  if (!takesCommentsNow(p, now)) return refuse("NO_COMMENTS_NOW", {});
  if (!commentKinds.includes(input.kind)) return refuse("COMMENT_UNKNOWN", {}, "kind");
  const wrong = textProblem("words", input.words, publicationLimits.comment);
  if (wrong) return wrong;
  if (p.comments.length >= publicationLimits.comments) return refuse("NO_COMMENTS_NOW", {});
  return [{ type: "COMMENT_LEFT", at: now, payload: { commentId: input.commentId, kind: input.kind } }];
}

function commentOf(p: Publication, id: string, facts: Facts): PublicComment | Refusal {
  return whyNotPublish(p.areaCode, facts.viewer) ?? p.comments.find((c) => c.id === id) ?? refuse("COMMENT_UNKNOWN", {}, "commentId");
}

/** Lets everybody read a comment, personal data in it masked; also one that was hidden. */
export function decideShowComment(p: Publication, input: { readonly commentId: string }, facts: Facts): PublicationDecision {
  const comment = commentOf(p, input.commentId, facts);
  if ("refused" in comment) return comment;
  return comment.state === "SHOWN" ? refuse("COMMENT_DECIDED", {}, "commentId") : [{ type: "COMMENT_SHOWN", at: facts.at, payload: { commentId: comment.id } }];
}

/** Keeps a comment from the public page, with a reason that stays on record. An objection is answered all the same. */
export function decideHideComment(p: Publication, input: { readonly commentId: string; readonly reason: string }, facts: Facts): PublicationDecision {
  const comment = commentOf(p, input.commentId, facts);
  if ("refused" in comment) return comment;
  if (comment.state === "HIDDEN") return refuse("COMMENT_DECIDED", {}, "commentId");
  return textProblem("reason", input.reason, 200) ?? [{ type: "COMMENT_HIDDEN", at: facts.at, payload: { commentId: comment.id, reason: input.reason.trim() } }];
}

/** Answers a comment or an objection, once; the answer hangs beneath it. */
export function decideAnswerComment(p: Publication, input: { readonly commentId: string; readonly answer: string }, facts: Facts): PublicationDecision {
  const comment = commentOf(p, input.commentId, facts);
  if ("refused" in comment) return comment;
  if (comment.answeredAt !== null) return refuse("COMMENT_DECIDED", {}, "commentId");
  return textProblem("answer", input.answer, publicationLimits.comment) ?? [{ type: "COMMENT_ANSWERED", at: facts.at, payload: { commentId: comment.id } }];
}
