import { afterAll, beforeAll, expect, it } from "vitest";
import { community, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";
import { openCuttingProxy, type CuttingProxy } from "./testing/cutting-proxy.ts";
import { follow } from "./testing/follow.ts";

/** BANDENG_CUTS=1000 BANDENG_CUT_MS=60000 for the figure of the checklist. */
const CUTS = Number(process.env["BANDENG_CUTS"] ?? 20);
const LONGEST_CUT_MS = Number(process.env["BANDENG_CUT_MS"] ?? 150);

const CHANGED = "subscription ($areas: [ID!], $after: FeedPosition) { changed(areas: $areas, after: $after) { position } }";
const BOARD = `{ board(areas: ["${community}"], first: 100) { columns { total cards { nodes { id version } } } } }`;

let api: TestCommunity;
let proxy: CuttingProxy;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "10:00"), { live: true });
  proxy = await openCuttingProxy(api.url);
}, 60_000);
afterAll(async () => {
  await proxy.close();
  await api.stop();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const board = async (url: string): Promise<string> => {
  const headers = { "content-type": "application/json", cookie: await api.signIn("chen") };
  return JSON.stringify(((await (await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: BOARD }) })).json()) as { data: unknown }).data);
};

/** What a page does: asks again whenever it is told to, and goes on where it was when the stream was cut. */
class Watcher {
  shown = "";
  #position: number | null = null;
  #stopped = false;
  #asking = Promise.resolve();
  readonly running = this.#run();

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const followed = follow<{ changed: { position: number } }>({ url: proxy.url, query: CHANGED, variables: { areas: [community], after: this.#position }, headers: { cookie: await api.signIn("chen") } });
      let told = 0;
      const listen = (async () => {
        for (;;) {
          const next = told;
          await followed.hear(() => followed.heard.length > next);
          told = followed.heard.length;
          this.#position = followed.heard.at(-1)?.changed.position ?? this.#position;
          this.#asking = this.#asking.then(() => this.#ask());
        }
      })().catch(() => {}); // the stream has ended
      if (this.#stopped) followed.stop();
      this.stop = () => {
        this.#stopped = true;
        followed.stop();
      };
      await Promise.all([followed.ended, listen]);
      await pause(50);
    }
  }

  stop = (): void => void (this.#stopped = true);

  /** Until it is answered, as a page does. */
  async #ask(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.shown = await board(proxy.url);
        return;
      } catch {
        await pause(50);
      }
    }
  }
}

it(`R11: after each of ${CUTS} cuts the board is the server's, without asking on suspicion`, async () => {
  const watcher = new Watcher();
  await expect.poll(() => watcher.shown, { timeout: 5000 }).not.toBe("");
  const wrong: number[] = [];
  for (let cut = 0; cut < CUTS; cut++) {
    // Before, during and after the cut: what is told is lost in each of these ways.
    const happens = (): Promise<unknown> => done(api, "zhou", "collectOpinion", null, { words: `灯不亮 ${cut}`, kind: "DIFFICULTY", category: "assets.lighting", place: { compoundId: api.compoundId }, channel: "VISIT" });
    if (cut % 3 === 0) await happens();
    proxy.cut();
    if (cut % 3 === 1) await happens();
    await pause(((cut * 37) % 100) / 100 * LONGEST_CUT_MS);
    proxy.restore();
    if (cut % 3 === 2) await happens();
    const wanted = await board(api.url);
    const until = performance.now() + 2000;
    while (watcher.shown !== wanted && performance.now() < until) await pause(20);
    if (watcher.shown !== wanted) wrong.push(cut);
  }
  watcher.stop();
  await watcher.running;
  expect(wrong).toEqual([]);
}, 60_000 + CUTS * (LONGEST_CUT_MS + 2000));
