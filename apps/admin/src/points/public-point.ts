import type { OpeningSpan, PointKind } from "@bandeng/domain";

/** What everybody may know of a collection point, as GET /api/points/:code tells it. */
export interface PublicPoint {
  readonly code: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly place: string;
  readonly community: string;
  readonly office: string;
  readonly officePhone: string | null;
  readonly hours: readonly OpeningSpan[];
  readonly hoursWords: string;
  readonly closedOn: string | null;
  readonly openNow: boolean;
}

export type PublicAnswer = { kind: "found"; point: PublicPoint } | { kind: "none" | "busy" | "failed" };

/** Asks for a point by its code. Needs no session, and sends none. */
export async function readPublicPoint(code: string): Promise<PublicAnswer> {
  try {
    const response = await fetch(`/api/points/${encodeURIComponent(code)}`, { credentials: "omit" });
    if (response.ok) return { kind: "found", point: (await response.json()) as PublicPoint };
    return { kind: response.status === 404 ? "none" : response.status === 429 ? "busy" : "failed" };
  } catch {
    return { kind: "failed" };
  }
}
