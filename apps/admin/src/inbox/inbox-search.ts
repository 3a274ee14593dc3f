import { oneOfParam, present, textParam } from "../frame/search-params.ts";
import type { NoticeTopic } from "../graphql/graphql.ts";

/** Every topic; a missing one does not compile. */
const topics: Readonly<Record<NoticeTopic, true>> = { WORK: true, MENTION: true, DUE: true, APPROVAL: true, ANSWER: true, MEETING: true, CALL: true, SUPERVISION: true, MEDIATION: true };
export const inboxTopics = Object.keys(topics) as NoticeTopic[];

/** What the inbox shows, as it stands in the address. */
export interface InboxSearch {
  /** Everything when absent. */
  show?: "unread";
  topic?: NoticeTopic;
  /** Cursor of the page before; the latest when absent. */
  after?: string;
}

export function parseInboxSearch(found: Record<string, unknown>): InboxSearch {
  return present({ show: oneOfParam(found, "show", ["unread"] as const), topic: oneOfParam(found, "topic", inboxTopics), after: textParam(found, "after") });
}
