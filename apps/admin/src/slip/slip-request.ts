import type { CaseKind, CaseLevel, CaseStatus, Satisfaction, SlipAct } from "@bandeng/domain";
import { newIdempotencyKey } from "../client/idempotency.ts";

/** What GET /api/slips/:code tells; of a confidential case its status alone. */
export interface SlipCase {
  readonly status: CaseStatus;
  readonly since: string;
  readonly confidential: boolean;
  readonly no: string | null;
  readonly kind: CaseKind | null;
  readonly community: string | null;
  readonly level: CaseLevel | null;
  readonly promisedAt: string | null;
  readonly result: string | null;
  readonly answer: { readonly satisfaction: Satisfaction; readonly resolved: boolean | null; readonly at: string } | null;
  readonly acts: readonly { readonly act: SlipAct; readonly possible: boolean; readonly reason: string | null }[];
  readonly until: string | null;
}

/** NONE: there is no such code. BUSY: asked too often. OFFLINE: no network. REFUSED: the server's own sentence. */
export type SlipProblem = { readonly problem: "NONE" | "BUSY" | "OFFLINE" } | { readonly problem: "REFUSED"; readonly message: string };

export interface SlipGiven {
  readonly words?: string;
  readonly resolved?: boolean;
  readonly satisfaction?: Satisfaction;
}

const paths: Record<SlipAct, string> = { rate: "rating", reopen: "reopening", appeal: "appeal", withdraw: "withdrawal" };
const address = (code: string): string => `/api/slips/${encodeURIComponent(code)}`;

async function answerOf(asked: Promise<Response>): Promise<SlipCase | SlipProblem> {
  try {
    const answer = await asked;
    if (answer.ok) return (await answer.json()) as SlipCase;
    if (answer.status === 404) return { problem: "NONE" };
    if (answer.status === 429) return { problem: "BUSY" };
    const { message = "" } = (await answer.json().catch(() => ({}))) as { message?: string };
    return { problem: "REFUSED", message };
  } catch {
    return { problem: "OFFLINE" };
  }
}

/** Where the case of a slip stands. Needs no session, and sends none. */
export function readSlip(code: string, language: string): Promise<SlipCase | SlipProblem> {
  return answerOf(fetch(address(code), { credentials: "omit", headers: { "accept-language": language } }));
}

/** An act that can be sent again as it is when its answer was lost: the server then does it once. */
export interface SlipSending {
  readonly act: SlipAct;
  readonly body: string;
}

export function slipSending(act: SlipAct, given: SlipGiven): SlipSending {
  return { act, body: JSON.stringify({ idempotencyKey: newIdempotencyKey(), ...given }) };
}

/** Sends an act; the case as it is afterwards. With the session, where there is one: nobody who is signed in speaks for a resident. */
export function sendSlip(code: string, { act, body }: SlipSending, language: string): Promise<SlipCase | SlipProblem> {
  return answerOf(fetch(`${address(code)}/${paths[act]}`, { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json", "accept-language": language }, body }));
}
