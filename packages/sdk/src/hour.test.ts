import { expect, it } from "vitest";
import { runHour } from "./testing/hour/hour.ts";

// HOUR_ACTS=2000 HOUR_KILLS=40 is a district's hour (pnpm follow:hour).
const acts = Number(process.env["HOUR_ACTS"] ?? 60);
const kills = Number(process.env["HOUR_KILLS"] ?? 4);
const seed = Number(process.env["HOUR_SEED"] ?? 6);

it(`strangers' programs end with the server's state after ${acts} acts and ${kills} kills of instances; every act counts once, every change is delivered`, async () => {
  const end = await runHour({ acts, kills, seed });
  if (process.env["HOUR_ACTS"] !== undefined) process.stdout.write(`${JSON.stringify(end, null, 1)}\n`);
  const { load, followers, webhook } = end;
  expect(load.acts).toBe(acts);
  expect(load.refused).toBeLessThan(acts / 4);
  expect(load.disputes).toBeGreaterThan(0);
  expect({ collected: end.collected, hotlineOpinions: end.hotlineOpinions }, "nothing lost and nothing twice, however often it was sent").toEqual({ collected: load.opened, hotlineOpinions: load.ingested });
  expect(Object.entries(followers).filter(([, { differing, missed, repeated }]) => differing + missed + repeated > 0)).toEqual([]);
  for (const { cases, positions } of Object.values(followers)) expect([cases > 100, positions >= load.opened]).toEqual([true, true]);
  expect(end.feed).toMatchObject({ gaps: 0, waiting: 0 });
  expect(webhook).toMatchObject({ uncovered: 0, severalIds: 0, forged: 0 });
  expect(webhook.failed).toBeGreaterThan(0);
  expect(Object.entries(end.kills).reduce((sum, [name, n]) => sum + (name === "followers" ? 0 : n), 0)).toBe(kills);
  expect(end.sending.faults).toEqual([]);
}, Number(process.env["HOUR_MINUTES"] ?? 5) * 60_000);
