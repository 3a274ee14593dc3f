import type { Instant, Viewer } from "@bandeng/domain";
import { answersOf, type OpinionAnswer } from "./answers.ts";
import type { Webhook } from "./webhook-store.ts";
import { readingScope, systemScope } from "../access/scope.ts";
import { readCasesById } from "../cases/read-case.ts";
import { changeScope } from "../database/transaction.ts";
import type { Change } from "../feed/change-type.ts";
import { readChanges } from "../feed/read-changes.ts";
import type { PoolClient } from "pg";

/** How a case stands when the message about it is sent: facts, and nothing of anybody. */
interface CaseFacts {
  readonly no: string;
  readonly status: string;
  readonly level: string;
  readonly kind: string;
  readonly category: string | null;
  readonly gridCode: string;
  readonly due: { readonly kind: string; readonly at: Instant | null } | null;
}

/** What is posted. `data` is the change as the feed has it: ids and facts, no word of a resident and no name. */
export interface WebhookMessage {
  /** subject.type, in lower case: `case.resolved`. */
  readonly type: string;
  /** When it was written down. */
  readonly timestamp: Instant;
  readonly data: Omit<Change, "payload"> & { readonly payload: unknown; readonly case?: CaseFacts; readonly opinions?: readonly OpinionAnswer[] };
}

/** The type of the message about a change. */
export function typeOf({ subject, type }: Pick<Change, "subject" | "type">): string {
  return `${subject}.${type}`.toLowerCase();
}

/**
 * The message about the change at a place in the feed, as the key sees it at this moment; null when it sees none there (any
 * more). Read under the key's own scope; ends under the program's.
 *
 * @param client holds the transaction
 */
export async function messageAt(client: PoolClient, webhook: Pick<Webhook, "source">, position: number, viewer: Viewer): Promise<WebhookMessage | null> {
  await changeScope(client, readingScope(viewer));
  const { changes } = await readChanges(client, viewer, { after: position - 1, first: 1, upTo: position });
  const [change] = changes;
  const [seen] = change?.subject === "CASE" ? await readCasesById({ db: client, viewer, now: () => Promise.resolve(change.recordedAt) }, [change.id]) : [];
  await changeScope(client, systemScope);
  if (change === undefined) return null;
  const base = { type: typeOf(change), timestamp: change.recordedAt };
  const told = { ...change, payload: JSON.parse(change.payload) as unknown };
  // Of a masked card nothing is told beyond that it changed.
  if (seen?.seen !== "WHOLE") return { ...base, data: told };
  const { no, status, level, kind, category, gridCode, due } = seen.card;
  const facts = { no, status, level, kind, category, gridCode, due: due && { kind: due.kind, at: due.at } };
  const opinions = webhook.source === null ? null : await answersOf(client, change.id, webhook.source);
  return { ...base, data: { ...told, case: facts, ...(opinions && { opinions }) } };
}
