import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSending, type SendCounts } from "./asking.ts";
import { compare, laggards, settle, type FollowerEnd } from "./comparison.ts";
import { followerNames, startFollower } from "./follower.ts";
import { bundleProgram, makeInstance, type Instance } from "./instance.ts";
import { openKiller } from "./killer.ts";
import { runLoad, type LoadCounts } from "./load.ts";
import { seeded } from "./random.ts";
import { openReceiver } from "./receiver.ts";
import { openSharedDatabase, type SharedDatabase } from "./shared-database.ts";
import { until } from "./until.ts";
import { createClient } from "../../client.ts";
import { makeKey, signIn } from "../district.ts";

/** How large the hour is. */
export interface HourSize {
  /** Acts of people and of the hotline: a district makes about two thousand in a busy hour. */
  readonly acts: number;
  /** Instances that are killed on the way, and followers with them: every follower at least once. */
  readonly kills: number;
  /** Which acts, and who is killed when. */
  readonly seed: number;
}

export interface HourEnd {
  readonly load: LoadCounts;
  /** Requests that were sent again because nobody answered, and answers that blame the server. */
  readonly sending: SendCounts;
  /** Events COLLECTED since the beginning: one for each case that was opened, however often that was sent. */
  readonly collected: number;
  readonly hotlineOpinions: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly feed: { readonly first: number; readonly head: number; readonly gaps: number; readonly waiting: number };
  readonly followers: Readonly<Record<string, FollowerEnd>>;
  readonly webhook: { readonly wanted: number; readonly uncovered: number; readonly severalIds: number; readonly repeats: number; readonly attempts: number; readonly failed: number; readonly forged: number };
  readonly faults: readonly string[];
  readonly seconds: number;
}

const DISTRICT = "340802";
const ACTORS = ["admin", "he", "li", "wang", "zhou", "luo"];

/**
 * An hour of a district: two instances that answer and one that works, on one database; people and a hotline act, strangers'
 * programs follow, and whoever runs is killed at any moment and started again. Simulated are the people, and the time that
 * passes while nothing happens: acts come one right after the other, and where messages wait for another attempt or for the
 * end of a dead worker's lease, that wait is taken out of the database at the end. Everything else is real.
 */
export async function runHour({ acts, kills, seed }: HourSize): Promise<HourEnd> {
  const begun = performance.now();
  const closers: (() => Promise<unknown> | void)[] = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), "bandeng-hour-"));
    chmodSync(folder, 0o755);
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const database = await openSharedDatabase();
    closers.push(() => database.stop());
    const receiver = await openReceiver();
    closers.push(() => receiver.stop());

    const program = await bundleProgram();
    closers.push(() => rmSync(program, { recursive: true, force: true }));
    const instances = await makeInstances(database, program, folder);
    const [one, two, worker] = instances;
    closers.push(() => Promise.all(instances.map((each) => each.kill())));
    // The first one makes the tables and the demo.
    await one.start({ DATABASE_OWNER_URL: database.ownerUrl, BANDENG_DEMO: "1" });
    await Promise.all([two.start(), worker.start()]);
    const bases = [one.base, two.base];
    // What a person or a key may do in a day and in a minute is not what is tried out here.
    await database.ask(`insert into community_setting (community_code, area_no, daily_limits) select code, rpad(code, 15, '0')::int8, '{"worker": 1000000, "address": 1000000}' from area where length(code) = 12
      on conflict (community_code) do update set daily_limits = excluded.daily_limits`);

    const cookies = Object.fromEntries(await Promise.all(ACTORS.map(async (username) => [username, await signIn(one.base, username)] as const)));
    const admin = { cookie: cookies["admin"] ?? "" };
    const sending: SendCounts = { retried: 0, faults: [] };
    const send = openSending(bases, sending);
    const reader = await makeKey((query, variables) => send(query, variables, admin), { areaCode: DISTRICT, access: "READ" });
    const hotline = await makeKey((query, variables) => send(query, variables, admin), { areaCode: DISTRICT, access: "WRITE" });
    const webhook = { name: "小时", url: receiver.url, areas: [], subjects: ["CASE"], types: [] };
    const { createWebhook } = (await send("mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { position } secret refusal { code message } } }", { input: { idempotencyKey: crypto.randomUUID(), keyId: reader.id, webhook } }, admin)) as {
      createWebhook: { webhook: { position: number } | null; secret: string | null; refusal: unknown };
    };
    if (createWebhook.webhook === null || createWebhook.secret === null) throw new Error(JSON.stringify(createWebhook.refusal));
    receiver.trust(createWebhook.secret);

    const environment = { BANDENG_URLS: bases.join(" "), BANDENG_KEY: reader.token, BANDENG_AREAS: DISTRICT };
    const followers = followerNames.map((name, i) => startFollower(name, folder, { ...environment, BANDENG_URLS: (i % 2 === 0 ? bases : bases.toReversed()).join(" "), BANDENG_URL: bases[i % 2] }));
    closers.push(() => Promise.all(followers.map((each) => each.stop())));
    await until(() => followers.every((each) => each.copy() !== null), () => laggards(followers, 0));

    const client = createClient({ url: one.base, key: reader.token });
    const first = (await client.feed()).head;
    const killer = openKiller(instances, followers, Math.ceil(followers.length / kills), seeded(seed + 1));
    const killAt = new Set(Array.from({ length: kills }, (_, i) => Math.ceil(((i + 0.5) * acts) / kills)));
    const load = await runLoad({ send, random: seeded(seed), acts, cookies, hotline: hotline.token, onAct: async (act) => (killAt.has(act) ? killer.next() : undefined) });
    await killer.allBack();

    const end = await settle({ client, database, followers, area: DISTRICT });
    const wanted = end.positions.filter(([position, subject]) => subject === "CASE" && position > (createWebhook.webhook?.position ?? 0)).map(([position]) => position);
    await until(
      async () => {
        await hasten(database);
        return wanted.every((position) => (receiver.got.get(position)?.accepted ?? 0) > 0);
      },
      () => `${wanted.filter((position) => (receiver.got.get(position)?.accepted ?? 0) === 0).length} of ${wanted.length} messages, ${JSON.stringify(receiver.counts)}`,
    );
    const [counted] = await database.ask<{ collected: number; opinions: number; gaps: number; waiting: number }>(
      `select (select count(*)::int from event where type = 'COLLECTED' and position > ${first}) as collected, (select count(*)::int from opinion where external_source = '12345' and external_id like 'hour-%') as opinions,
        (select (max(position) - count(position))::int from event) as gaps, (select count(*)::int from event where position is null) as waiting`,
    );
    return {
      load,
      sending,
      collected: counted?.collected ?? -1,
      hotlineOpinions: counted?.opinions ?? -1,
      kills: killer.counts,
      feed: { first, head: end.head, gaps: counted?.gaps ?? -1, waiting: counted?.waiting ?? -1 },
      followers: Object.fromEntries(followers.map((each) => [each.name, compare(each, end, first)])),
      webhook: {
        wanted: wanted.length,
        uncovered: wanted.filter((position) => (receiver.got.get(position)?.accepted ?? 0) === 0).length,
        severalIds: [...receiver.got.values()].filter(({ ids }) => ids.size > 1).length,
        repeats: [...receiver.got.values()].reduce((sum, { accepted }) => sum + Math.max(0, accepted - 1), 0),
        ...receiver.counts,
      },
      faults: instances.flatMap(({ name, faults }) => faults.map((line) => `${name} ${line}`)),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** Two that answer, of which one sends messages too, and one that only works. */
async function makeInstances({ url }: SharedDatabase, program: string, folder: string): Promise<readonly [one: Instance, two: Instance, worker: Instance]> {
  const random = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
  const environment = {
    DATABASE_URL: url, BANDENG_SECRET: random(), BANDENG_DATA_KEYS: `1:${random()}`,
    BANDENG_DATA: folder, BANDENG_LOCAL_WEBHOOKS: "1", BANDENG_SIGN_INS_PER_MINUTE: "1000", BANDENG_COST_PER_MINUTE: "100000000",
  };
  return [
    await makeInstance("api-1", program, environment),
    await makeInstance("api-2", program, { ...environment, BANDENG_DELIVERY: "off" }),
    await makeInstance("worker", program, { ...environment, WORKER_ONLY: "1" }),
  ];
}

/** Takes the waiting out of what waits: for another attempt, or for the end of a lease whose holder is dead. */
async function hasten(database: SharedDatabase): Promise<void> {
  await database.ask("update delivery set next_at = least(next_at, now()), leased_until = case when leased_until < now() + interval '25 seconds' then now() else leased_until end where ended_at is null");
}
