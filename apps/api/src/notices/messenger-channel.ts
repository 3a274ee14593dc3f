import { defaultQuietHours, localDateOf, quietUntil, reachesStrangers, topicOf, visibility, type Case, type Instant, type NoticeKind, type Visibility } from "@bandeng/domain";
import type { Pool } from "pg";
import { readEndpoint } from "./messenger-store.ts";
import { systemScope } from "../access/scope.ts";
import { loadPeople } from "../access/viewer.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Prepared } from "../delivery/delivery-job.ts";
import type { Waiting } from "../delivery/outbox.ts";
import type { DataKeys } from "../personal/data-keys.ts";

export interface MessengerGround {
  readonly pool: Pool;
  readonly dataKeys: DataKeys;
  /** Where people open the page. */
  readonly baseUrl: string;
  /** What somebody signs in with; null for an account that is gone or disabled. */
  readonly usernameOf: (personId: string) => Promise<string | null>;
}

interface NoticeRow extends Record<string, unknown> {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly urgent: boolean;
  readonly at: Instant;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly c: CaseRow | null;
}

/**
 * What goes to the outside messenger of a community: the kind, the number of the case, a link and the account's name, and
 * nothing about anybody else. Of a dispute, and of what the person does not see whole, not even the number. It waits for the
 * end of the person's quiet hours; somebody who does not see the case any more, or has no account, is told nothing.
 */
export function messengerChannel(ground: MessengerGround): (waiting: Waiting, now: Instant) => Promise<Prepared> {
  const { pool, dataKeys, baseUrl, usernameOf } = ground;
  return async ({ endpoint, subjectId, createdAt }, now) => {
    const { target, notice, seen } = await transaction(pool, systemScope, async (client) => {
      const found = subjectId === null ? null : await readNotice(client, subjectId);
      const c = found?.c == null ? null : caseOfColumns(found.c);
      return {
        target: await readEndpoint(client, dataKeys, endpoint, now),
        notice: found,
        seen: found === null || c === null ? null : await seenBy(client, found.personId, c, now),
      };
    });
    if (target === null) return { kind: "DROPPED", failure: "NO_MESSENGER" };
    if (subjectId === null) return { kind: "SEND", ...target, body: JSON.stringify({ type: "test", timestamp: createdAt, data: { link: `${baseUrl}/inbox` } }) };
    if (notice === null || (seen === "NONE" && !reachesStrangers(notice.kind))) return { kind: "DROPPED", failure: "OUT_OF_SIGHT" };
    const until = notice.urgent ? null : quietUntil(now, { from: notice.quietFrom ?? defaultQuietHours.from, to: notice.quietTo ?? defaultQuietHours.to });
    if (until !== null) return { kind: "HELD_BACK", until };
    const username = await usernameOf(notice.personId);
    if (username === null) return { kind: "DROPPED", failure: "NO_ACCOUNT" };
    return { kind: "SEND", ...target, body: bodyOf(notice, seen === "WHOLE", username, baseUrl) };
  };
}

async function readNotice(runner: Runner, id: string): Promise<NoticeRow | null> {
  const [row] = await run<NoticeRow>(
    runner,
    `select n.person_id as "personId", n.kind, n.urgent, n.at, p.quiet_from as "quietFrom", p.quiet_to as "quietTo", (select row_to_json(c) from cases c where c.id = n.case_id) as c
     from notice n left join notice_preference p on p.person_id = n.person_id where n.id = $1`,
    [id],
  );
  return row ?? null;
}

async function seenBy(runner: Runner, personId: string, c: Case, now: Instant): Promise<Visibility> {
  const [person] = await loadPeople(runner, [personId], localDateOf(now));
  return person === undefined ? "NONE" : visibility(person, c);
}

function bodyOf({ kind, at, c }: NoticeRow, whole: boolean, username: string, baseUrl: string): string {
  const open = c !== null && whole && c.kind !== "DISPUTE";
  const data = { kind, topic: topicOf(kind), account: username, caseNo: open ? c.no : null, link: open ? `${baseUrl}/cases/${c.no}` : `${baseUrl}/inbox` };
  return JSON.stringify({ type: `notice.${kind.toLowerCase()}`, timestamp: at, data });
}
