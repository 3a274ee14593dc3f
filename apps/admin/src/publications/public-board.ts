import type { CommentKind, PublicationKind } from "@bandeng/domain";

/** What hangs on a board, as GET /api/board/:community lists it. */
export interface HangingLine {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly title: string;
  readonly areaName: string;
  readonly publishedAt: string;
  readonly until: string | null;
  readonly photos: number;
}

export interface Board {
  readonly community: string;
  readonly publications: readonly HangingLine[];
}

export interface Hanging extends HangingLine {
  readonly body: string;
  readonly facts: { readonly lines: readonly { label: string; value: string }[]; readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null } | null;
  readonly photoIds: readonly string[];
  readonly takesComments: boolean;
  readonly comments: readonly { id: string; kind: CommentKind; at: string; words: string; answer: string | null; answeredAt: string | null }[];
}

export type PublicAnswer<T> = { kind: "found"; value: T } | { kind: "none" | "busy" | "failed" };

async function read<T>(path: string): Promise<PublicAnswer<T>> {
  try {
    const response = await fetch(`/api/board/${path}`, { credentials: "omit" });
    if (response.ok) return { kind: "found", value: (await response.json()) as T };
    return { kind: response.status === 404 ? "none" : response.status === 429 ? "busy" : "failed" };
  } catch {
    return { kind: "failed" };
  }
}

/** Asks for the board of a community. Needs no session, and sends none. */
export function readBoard(community: string): Promise<PublicAnswer<Board>> {
  return read(encodeURIComponent(community));
}

/** Asks for one of what hangs there. */
export function readHanging(community: string, id: string): Promise<PublicAnswer<Hanging>> {
  return read(`${encodeURIComponent(community)}/${encodeURIComponent(id)}`);
}

/** Leaves a comment. `id` is sent again when it is tried again, so that it is kept once. @returns null, or why not */
export async function leaveComment(community: string, id: string, comment: { id: string; kind: CommentKind; words: string }, language: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/board/${community}/${id}/comments`, {
      method: "POST", credentials: "omit", headers: { "content-type": "application/json", "accept-language": language }, body: JSON.stringify(comment),
    });
    return response.ok ? null : ((await response.json()) as { message?: string }).message ?? "";
  } catch {
    return "";
  }
}
