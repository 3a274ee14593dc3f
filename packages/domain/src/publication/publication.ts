import type { Instant } from "../deadline/moment.ts";
import type { AreaCode } from "../place/area-code.ts";

/**
 * What hangs on the board and on the public page: NOTICE 公告 of the community's own, PROJECT 项目公示, COSTS 费用公示,
 * FINAL_COSTS 决算公示, STORY the account of a project that was struck off.
 */
export const publicationKinds = ["NOTICE", "PROJECT", "COSTS", "FINAL_COSTS", "STORY"] as const;
export type PublicationKind = (typeof publicationKinds)[number];

export const publicationStates = ["DRAFT", "PUBLISHED", "TAKEN_DOWN"] as const;
export type PublicationState = (typeof publicationStates)[number];

/** A COMMENT is an opinion of what hangs there; an OBJECTION 异议 wants an answer. */
export const commentKinds = ["COMMENT", "OBJECTION"] as const;
export type CommentKind = (typeof commentKinds)[number];

export const commentStates = ["PENDING", "SHOWN", "HIDDEN"] as const;
export type CommentState = (typeof commentStates)[number];

/** What a resident wrote beneath it. His words, and those of the answer, lie in a row of their own. */
export interface PublicComment {
  readonly id: string;
  readonly kind: CommentKind;
  readonly at: Instant;
  readonly state: CommentState;
  readonly answeredAt: Instant | null;
}

/** Something the community tells everybody. Title and text are kept beside the log. */
export interface Publication {
  readonly id: string;
  readonly version: number;
  readonly kind: PublicationKind;
  /** The project or cost plan it is about; null for a NOTICE. */
  readonly subjectId: string | null;
  /** A community's or a grid's. */
  readonly areaCode: AreaCode;
  /** Working days it hangs; null: for good, or as long as its subject says. */
  readonly days: number | null;
  readonly takesComments: boolean;
  /** Photos that are shown with it, in order. */
  readonly photoIds: readonly string[];
  readonly draftedBy: string;
  readonly state: PublicationState;
  readonly publishedAt: Instant | null;
  /** 18:00 of its last day; null for good. */
  readonly until: Instant | null;
  readonly takenDownAt: Instant | null;
  readonly comments: readonly PublicComment[];
}

/** Whether it hangs now: published, not taken down, and its period is not over. */
export function hangs(p: Pick<Publication, "state" | "until">, now: Instant): boolean {
  return p.state === "PUBLISHED" && (p.until === null || now < p.until);
}

/** Comments that nobody has looked at, and objections without an answer. */
export function waitingComments(p: Pick<Publication, "comments">): number {
  return p.comments.filter((c) => c.state === "PENDING" || (c.kind === "OBJECTION" && c.state === "SHOWN" && c.answeredAt === null)).length;
}
