import { uuidv7 } from "uuidv7";
import type { Step } from "./whole-life.ts";
import { community, type TestCommunity } from "../testing/community.ts";
import { done } from "../testing/verbs.ts";

/** The mutations on the talent pool, on calls and on questions of fact, each taking effect once. */
export function expertLife(api: TestCommunity): readonly Step[] {
  const { pool } = api;
  const step = (as: Step["as"], mutation: string, prepare: () => Record<string, unknown> | Promise<Record<string, unknown>>): Step => ({
    as,
    mutation,
    prepare: async () => ({ input: await prepare() }),
  });
  const versioned = async (table: "cases" | "expert", id: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query(table === "cases" ? "select version from cases where id = $1" : "select version from expert where id = $1", [id]);
    return { id, expectedVersion: rows[0].version, ...more };
  };
  const accepted = async (): Promise<string> => {
    const { id } = await done(api, "zhou", "collectOpinion", null, { words: "下水道又堵了", title: "下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PHONE" });
    await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    return id;
  };
  /** A new entry of the pool with its person, told beside the API: `[entry, person]`. */
  const expert = async (): Promise<[string, string]> => {
    const [id, person] = [uuidv7(), uuidv7()];
    await pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '某律师', '某**', 340802001007000)", [person]);
    await pool.query(
      `insert into expert (id, version, person_id, area_code, area_no, area_end, org, skills, available, confirmed_at)
       values ($1, 1, $2, $3, 340802001007000, 340802001008000, '某律师事务所', '{LAW,MEDIATION}', true, '2024-02-01')`,
      [id, person, community],
    );
    return [id, person];
  };
  const call = (id: string, entry: string) => done(api, "li", "callExpert", id, { skills: ["LAW"], ask: "请来看看", expertIds: [entry] });
  const callOf = async (id: string): Promise<string> => (await pool.query("select id from expert_call where case_id = $1", [id])).rows[0].id;
  const factOf = async (id: string): Promise<string> => {
    await done(api, "li", "askFact", id, { question: "窨井在哪里?" });
    return (await pool.query("select id from case_fact where case_id = $1", [id])).rows[0].id;
  };
  return [
    step("zhou", "addExpert", async () => ({ name: "马律师", areaCode: community, org: "援助中心", skills: ["LAW"], ties: [{ personId: await api.resident("马大爷"), kind: "KIN" }] })),
    step("zhou", "amendExpert", async () => {
      const [id] = await expert();
      await pool.query("insert into expert_tie (expert_id, person_id, kind) values ($1, $2, 'KIN')", [id, await api.resident("牛大爷")]);
      return versioned("expert", id, { org: "某律师事务所", skills: ["LAW"], available: false, ties: [] });
    }),
    step("chen", "confirmExpert", async () => versioned("expert", (await expert())[0])),
    step("zhou", "withdrawExpert", async () => versioned("expert", (await expert())[0])),
    step("li", "callExpert", async () => versioned("cases", await accepted(), { skills: ["LAW"], ask: "请来看看", expertIds: [(await expert())[0]] })),
    step("li", "answerExpertCall", async () => {
      const id = await accepted();
      await call(id, (await expert())[0]);
      return { callId: await callOf(id), accepted: true };
    }),
    step("li", "releaseExpert", async () => {
      const [id, [entry, person]] = [await accepted(), await expert()];
      await call(id, entry);
      await api.graphql(`mutation { answerExpertCall(input: { callId: "${await callOf(id)}", accepted: true, idempotencyKey: "${uuidv7()}" }) { refusal { code } } }`, {}, { as: "li" });
      return versioned("cases", id, { personId: person });
    }),
    step("li", "askFact", async () => versioned("cases", await accepted(), { question: "窨井在哪里?" })),
    step("member3", "answerFact", async () => {
      const id = await accepted();
      const factId = await factOf(id);
      return { ...(await versioned("cases", id)), factId, answer: "在露台下面", evidence: "现场看过" };
    }),
    step("li", "withdrawFact", async () => {
      const id = await accepted();
      const factId = await factOf(id);
      return versioned("cases", id, { factId });
    }),
  ];
}
