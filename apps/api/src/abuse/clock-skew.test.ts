import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { codeOfStep, stepOf } from "../access/one-time-code.ts";
import { recordDueCases } from "../cases/due-job.ts";
import { databaseClock } from "../http/clock.ts";
import { ask, opens, signIn, signInTables } from "../testing/accounts.ts";
import { TEST_PASSWORD } from "../testing/api.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, tell } from "../testing/verbs.ts";

/** This machine's real clock, which is PostgreSQL's here too. */
const RealDate = Date;
const MINUTE = 60_000;

/** Sets the clock of the process off, as of an instance whose clock is wrong: for all of its code, libraries included. */
function setOff(milliseconds: number): void {
  const now = (): number => RealDate.now() + milliseconds;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: readonly unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
  });
}

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(new RealDate().toISOString(), { clock: databaseClock });
});
afterEach(() => {
  globalThis.Date = RealDate;
});
afterAll(() => api.stop());

const matter = () => ({ words: "又堵了", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PHONE" });
/** How far a moment is from the database's present one, in seconds. */
const fromNow = async (sql: string, values: unknown[] = []): Promise<number> => (await api.pool.query(`select extract(epoch from (${sql}) - clock_timestamp())::float8 as seconds`, values)).rows[0].seconds;
const codeAt = (secret: string, milliseconds: number): string => codeOfStep(secret, stepOf(milliseconds / 1000));

function secretOf(uri: string): string {
  const bits = [...(new URL(uri).searchParams.get("secret") ?? "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString("latin1");
}

describe.each([10 * MINUTE, -10 * MINUTE])("C46: an instance whose clock is %i ms off", (off) => {
  it("sets moments and deadlines by the database's clock", async () => {
    setOff(off);
    expect(Date.now() - RealDate.now()).toBe(off);
    const { id } = await done(api, "zhou", "collectOpinion", null, { ...matter(), severity: "SAFETY" });
    const near = async (sql: string, seconds: number): Promise<void> => expect(Math.abs((await fromNow(sql, [id])) - seconds), sql).toBeLessThan(120);
    await near("select collected_at from cases where id = $1", 0);
    await near("select at from event where stream_id = $1 order by seq limit 1", 0);
    await near("select recorded_at from opinion where case_id = $1", 0);
    await near("select at from audit where subject_id = $1", 0);
    // Danger: somebody on the spot within two hours, day and night.
    await near("select (due ->> 'at')::timestamptz from cases where id = $1", 2 * 3600);
    const { refusal } = await tell(api, "zhou", "collectOpinion", { ...matter(), voicedAt: new RealDate(RealDate.now() + 5 * MINUTE).toISOString() });
    expect(refusal?.code).toBe("VOICED_AFTER_RECORDED");
    expect((await tell(api, "zhou", "collectOpinion", { ...matter(), voicedAt: new RealDate(RealDate.now() - 5 * MINUTE).toISOString() })).refusal).toBeNull();
  });

  it("moves a case that is due, and none that is not", async () => {
    setOff(off);
    const ids = await Promise.all([0, 1].map(async () => {
      const { id } = await done(api, "zhou", "collectOpinion", null, matter());
      await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
      return id;
    }));
    // Rows that say the clock has something to do: the one a minute ago, the other in five minutes.
    await api.pool.query("update cases set system_at = clock_timestamp() + case id when $1 then interval '-1 minute' else interval '5 minutes' end where id = any($2)", [ids[0], ids]);
    await recordDueCases(api.appPool, databaseClock);
    const { rows } = await api.pool.query("select id, system_at < clock_timestamp() + interval '10 minutes' as waits from cases where id = any($1)", [ids]);
    expect(new Map(rows.map(({ id, waits }) => [id, waits]))).toEqual(new Map([[ids[0], false], [ids[1], true]]));
  });

  it("opens and ends sessions by the database's clock", async () => {
    setOff(off);
    const { cookie } = await signIn(api, "fu");
    expect(await opens(api, cookie)).toBe(true);
    const newest = (column: string) => `select "${column}" from auth.session order by id desc limit 1`;
    for (const [column, hours] of [["createdAt", 0], ["expiresAt", 12]] as const) expect(Math.abs((await fromNow(newest(column))) - hours * 3600), column).toBeLessThan(120);
    const idle = (interval: string) => signInTables(api, `update auth.session set "updatedAt" = now() - interval '${interval}'`);
    await idle("1 hour 55 minutes");
    expect(await opens(api, cookie)).toBe(true);
    await idle("2 hours 5 minutes");
    expect(await opens(api, cookie)).toBe(false);
    await idle("0 minutes");
  });

  it("takes the one-time code of the real half minute, and not that of its own", async () => {
    setOff(off);
    const username = off > 0 ? "li" : "member5";
    const { cookie } = await signIn(api, username);
    const { body } = await ask(api, "/api/auth/second-factor/set-up", { password: TEST_PASSWORD }, { cookie });
    const secret = secretOf(body.uri);
    const nextStep = () => signInTables(api, `update auth."user" set "lastCodeStep" = null`);
    expect((await ask(api, "/api/auth/second-factor/confirm", { code: codeAt(secret, RealDate.now()) }, { cookie })).status).toBe(200);
    await nextStep();
    const enter = async (milliseconds: number) => (await ask(api, "/api/auth/sign-in/code", { code: codeAt(secret, milliseconds) }, { cookie: (await signIn(api, username)).cookie })).status;
    expect(await enter(RealDate.now() + off)).toBe(401);
    expect(await enter(RealDate.now())).toBe(200);
  });

  it("accepts a link as long as the database says, and counts a day of cases by its day", async () => {
    setOff(off);
    await api.auth.resetPassword(api.people.fire);
    expect(Math.abs((await fromNow("select expires_at from auth.access_link")) - 24 * 3600)).toBeLessThan(120);
    const { rows } = await api.pool.query("select bool_and(day = (clock_timestamp() at time zone 'Asia/Shanghai')::date) as today from daily_count");
    expect(rows).toEqual([{ today: true }]);
  });
});
