import type { Viewer } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { typeOf } from "./message.ts";
import { pauseFailing } from "./webhook-channel.ts";
import { webhookColumns, type Webhook } from "./webhook-store.ts";
import { readingScope, systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { changeScope, transaction } from "../database/transaction.ts";
import { putIntoOutbox, type Waiting } from "../delivery/outbox.ts";
import type { ChangeSubject } from "../feed/change-type.ts";
import { readChanges } from "../feed/read-changes.ts";
import type { Clock } from "../http/clock.ts";
import type { Log } from "../http/log.ts";
import { startRounds, type Rounds } from "../http/rounds.ts";
import type { Keys } from "../keys/keys.ts";

export interface FanningOut {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly keys: Pick<Keys, "viewerOf">;
}

/** So many changes are gone through in one transaction. */
const batch = 100;
const everyMs = 1000;

/** Something that goes through the feed: a webhook from its position on, or a replay of a stretch of it. */
interface Source {
  readonly id: string;
  readonly keyId: string;
  readonly purpose: Waiting["purpose"];
}

/** Whoever has something left to go through, in no order that matters. */
function waitingSources(pool: Pool): Promise<Source[]> {
  return transaction(pool, systemScope, (client) =>
    run<Source & Record<string, unknown>>(
      client,
      `select w.id, w.key_id as "keyId", 'EVENT' as purpose from webhook_endpoint w where w.paused_at is null and w.position < (select position from feed_head)
       union all
       select r.id, w.key_id, 'REPLAY' from webhook_replay r join webhook_endpoint w on w.id = r.endpoint_id where r.position < r.to_position and w.paused_at is null`,
    ),
  );
}

interface Stretch {
  readonly webhook: Webhook;
  readonly position: number;
  readonly upTo: number | null;
}

/** Takes a source until the transaction ends; null when another worker has it, or it has nothing left. */
async function take(client: PoolClient, { id, purpose }: Source): Promise<Stretch | null> {
  const [row] = purpose === "EVENT"
    ? await run<Webhook & Record<string, unknown>>(client, `select ${webhookColumns} from webhook_endpoint w where w.id = $1 and w.paused_at is null for update skip locked`, [id])
    : await run<Webhook & { from: number; upTo: number } & Record<string, unknown>>(
        client,
        `select ${webhookColumns}, r.position as "from", r.to_position as "upTo" from webhook_replay r join webhook_endpoint w on w.id = r.endpoint_id
         where r.id = $1 and r.position < r.to_position and w.paused_at is null for update of r skip locked`,
        [id],
      );
  if (row === undefined) return null;
  return "from" in row ? { webhook: row, position: Number(row["from"]), upTo: Number(row["upTo"]) } : { webhook: row, position: row.position, upTo: null };
}

/**
 * One step of one source, in one transaction: the changes its key may see are read from its position on, put into the outbox,
 * and the position goes on. So each change is put there once, whoever is killed when. The changes themselves were written in
 * the transaction of what they tell: nothing lies in between that could be lost.
 *
 * @returns whether there may be more
 */
async function step(client: PoolClient, source: Source, viewer: Viewer, clock: Clock): Promise<boolean> {
  const stretch = await take(client, source);
  if (stretch === null) return false;
  const { webhook, position, upTo } = stretch;
  await changeScope(client, readingScope(viewer));
  const page = await readChanges(client, viewer, {
    after: position,
    first: batch,
    ...(upTo !== null && { upTo }),
    ...(webhook.areas.length > 0 && { areas: webhook.areas }),
    ...(webhook.subjects.length > 0 && { subjects: webhook.subjects as readonly ChangeSubject[] }),
  });
  await changeScope(client, systemScope);
  const now = await clock.now(client);
  const wanted = page.changes.filter((change) => webhook.types.length === 0 || webhook.types.includes(typeOf(change)));
  await putIntoOutbox(
    client,
    wanted.map((change) => ({ id: uuidv7(), channel: "WEBHOOK" as const, endpoint: webhook.id, subjectId: change.id, purpose: source.purpose, position: change.position, type: typeOf(change), areaNo: webhook.areaNo, at: now })),
  );
  await run(client, source.purpose === "EVENT" ? "update webhook_endpoint set position = $2 where id = $1" : "update webhook_replay set position = $2 where id = $1", [source.id, page.upTo]);
  return page.upTo > position && page.upTo < Math.min(upTo ?? page.head, page.head);
}

/** Fills the outbox from the feed, until it is as far as the feed. @returns whether anything was gone through */
export async function fanOut({ pool, clock, keys }: FanningOut): Promise<boolean> {
  let did = false;
  await pauseFailing(pool, clock);
  for (let sources = await waitingSources(pool); sources.length > 0; ) {
    const more: Source[] = [];
    for (const source of sources) {
      const viewer = await keys.viewerOf(source.keyId, clock);
      if (viewer === null) continue;
      did = true;
      if (await transaction(pool, systemScope, (client) => step(client, source, viewer, clock))) more.push(source);
    }
    sources = more;
  }
  return did;
}

export interface FanOutJob extends Rounds {
  /** The feed may have gone on. */
  nudge(): void;
}

/** Fills the outbox each second and when somebody nudges, in every instance, until stopped; `onFilled` is told when there may be something to send. */
export function startFanOut({ log, onFilled, ...fanning }: FanningOut & { readonly log: Log; readonly onFilled: () => void }): FanOutJob {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const round = async (): Promise<void> => {
    do {
      again = false;
      if (await fanOut(fanning)) onFilled();
    } while (again && !stopped);
  };
  const once = (): Promise<void> => {
    again = true;
    return (running ??= round().finally(() => (running = undefined)));
  };
  const rounds = startRounds({ name: "webhooks", everyMs, log, round: once });
  return {
    nudge: () => {
      if (!stopped) once().catch(() => {}); // the next round says what is wrong
    },
    async stop() {
      stopped = true;
      await rounds.stop();
      await running?.catch(() => {});
    },
  };
}
