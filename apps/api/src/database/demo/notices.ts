import { fold, noticesOf, plusMilliseconds, type Case, type CaseEvent, type Instant, type Notice } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { run } from "../statement.ts";
import { tell } from "../../notices/tell.ts";

const DAY_MS = 86_400_000;
/** What happened in so many days before the demo's present is in the inboxes; all but the last two days of it is read. */
const [TOLD_DAYS, UNREAD_DAYS] = [10, 2];

interface Matter {
  readonly now: Case;
  readonly events: readonly CaseEvent[];
}

/** What the people of the demo were told lately: as the verbs tell it, event by event. */
function demoNotices(matters: readonly Matter[], now: Instant): readonly Notice[] {
  const since = plusMilliseconds(now, -TOLD_DAYS * DAY_MS);
  return matters.flatMap(({ events }) =>
    events.flatMap((event, i) => {
      if (event.recordedAt < since) return [];
      return noticesOf(i === 0 ? null : fold(events.slice(0, i)), fold(events.slice(0, i + 1)), [event]);
    }),
  );
}

/** Puts them into the inboxes, in the transaction that loads the demo. */
export async function tellDemo(client: PoolClient, matters: readonly Matter[], now: Instant): Promise<void> {
  await tell(client, demoNotices(matters, now));
  await run(client, "update notice set read_at = at + interval '2 hours' where at < $1", [plusMilliseconds(now, -UNREAD_DAYS * DAY_MS)]);
}
