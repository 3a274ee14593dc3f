import { getNamedType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLInputType } from "graphql";
import { uuidv7 } from "uuidv7";
import { community, type TestCommunity, type Username } from "../testing/community.ts";
import { costLife } from "./cost-life.ts";
import { mediationLife } from "./mediation-life.ts";
import { expertLife } from "./expert-life.ts";
import { peopleLife } from "./people-life.ts";
import { meetingsLife } from "./meetings-life.ts";
import { pointsLife } from "./points-life.ts";
import { webhooksLife } from "./webhooks-life.ts";
import { projectsLife } from "./projects-life.ts";
import { keysLife } from "./keys-life.ts";
import { settingsLife } from "./settings-life.ts";
import { publicationsLife } from "./publications-life.ts";
import { makeSchema } from "../schema.ts";
import { done, shanghai } from "../testing/verbs.ts";

/** The schema as the program makes it. */
export const contract = makeSchema();

/** One mutation that takes effect, told when everything it needs is there. */
export interface Step {
  readonly mutation: string;
  readonly as: Username;
  /** Brings about what it needs, and returns its arguments by name (idempotency keys are added when it is sent). */
  readonly prepare: () => Promise<Record<string, unknown>>;
}

/**
 * Every mutation of the contract, once, in an order in which each takes effect: what the tests of this folder have in
 * common. Begins at {@link wholeLifeBegins} and sets the clock forward.
 */
export function wholeLife(api: TestCommunity): readonly Step[] {
  const { people, pool } = api;
  const on = async (id: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select version from cases where id = $1", [id]);
    return { input: { id, expectedVersion: rows[0].version, ...more } };
  };
  const collect = async (more: Record<string, unknown> = {}): Promise<string> => {
    const given = { words: "下水道又堵了", title: "下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PHONE", reporterId: await api.resident("许大爷") };
    return (await done(api, "zhou", "collectOpinion", null, { ...given, ...more })).id;
  };
  const accepted = async (more: Record<string, unknown> = {}): Promise<string> => {
    const id = await collect(more);
    await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", ...more });
    return id;
  };
  const started = async (): Promise<string> => {
    const id = await accepted();
    await done(api, "member3", "startCase", id, { measure: "请师傅疏通" });
    return id;
  };
  const resolved = async (): Promise<string> => {
    const id = await started();
    await done(api, "member3", "resolveCase", id, { result: "已疏通" });
    return id;
  };
  const asked = async (): Promise<string> => {
    const id = await started();
    await done(api, "member3", "holdCase", id, { holdReason: "WAIT_FUNDS", until: "2024-03-12", reason: "等资金" });
    return id;
  };
  const merged = async (): Promise<{ id: string; into: string }> => {
    const [into, id] = [await accepted(), await collect()];
    await done(api, "li", "mergeCase", id, { into });
    return { id, into };
  };
  const danger = (): Promise<string> => collect({ severity: "SAFETY" });
  const whistled = async (): Promise<{ id: string; whistleId: string }> => {
    const id = await danger();
    await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "SAFETY" });
    await done(api, "chen", "blowWhistle", id, { departmentId: api.departments.housing, ask: "请来现场" });
    const { rows } = await pool.query("select state -> 'whistles' -> 0 ->> 'id' as id from cases where id = $1", [id]);
    return { id, whistleId: rows[0].id };
  };
  const reporter = async (id: string): Promise<string> => {
    const { rows } = await pool.query("select reporter_id from opinion where case_id = $1", [id]);
    return `person:${rows[0].reporter_id}`;
  };
  const ticket = async (id: string): Promise<Record<string, unknown>> => (await on(id))["input"] as Record<string, unknown>;

  const step = (as: Username, mutation: string, prepare: Step["prepare"]): Step => ({ as, mutation, prepare });

  return [
    step("zhou", "saveView", async () => ({ input: { name: "急的", areaCode: community, search: "?severity=SAFETY", shared: true } })),
    step("zhou", "deleteView", async () => {
      const { rows } = await pool.query("select id from saved_view");
      return { id: rows[0].id };
    }),
    step("li", "markNoticesRead", async () => {
      await done(api, "zhou", "assignCase", await accepted(), { personId: people.li, as: "ASSIST", reason: "一起办" });
      const { rows } = await pool.query("select id from notice where person_id = $1 order by id desc limit 1", [people.li]);
      return { input: { ids: [rows[0].id] } };
    }),
    step("member3", "markAllNoticesRead", async () => {
      await done(api, "zhou", "assignCase", await accepted(), { personId: people.li, as: "LEAD", reason: "换人" });
      return {};
    }),
    step("li", "setNoticePreferences", async () => ({ input: { quietFrom: "22:00", quietTo: "07:00", outside: ["DUE"] } })),
    step("chen", "setMessenger", async () => ({ input: { communityCode: community, url: "https://hook.example.cn/bandeng" } })),
    step("fu", "testMessenger", async () => ({ input: { communityCode: community } })),
    step("chen", "removeMessenger", async () => ({ input: { communityCode: community } })),
    step("zhou", "collectOpinion", async () => ({
      input: {
        words: "路灯不亮，晚上看不见。", title: "路灯不亮", kind: "DIFFICULTY", category: "assets.lighting", place: { compoundId: api.compoundId }, severity: "NORMAL", tags: ["URGENT"],
        channel: "PHONE", voicedAt: shanghai("2024-02-29", "09:00"), reporterName: "钱大妈", reporterPhone: "13800001111",
      },
    })),
    step("member3", "addOpinion", async () => ({
      input: { caseId: await collect(), words: "我们单元也一样。", channel: "PROXY", proxyId: people.zhang, voicedAt: shanghai("2024-02-28", "09:00"), reporterId: await api.resident("钱大妈") },
    })),
    step("member3", "acceptCase", async () => on(await collect(), { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", leadId: people.li })),
    step("li", "amendCase", async () => on(await collect(), { title: "三单元下水道堵塞", category: "assets.lighting", severity: "HIGH", tags: ["URGENT"], place: { buildingId: api.sewerBuildingId } })),
    step("zhou", "recordContact", async () => on(await accepted(), { kind: "PHONE", words: "打电话问了情况" })),
    step("chen", "assignCase", async () => on(await accepted(), { personId: people.li, as: "LEAD", reason: "换人" })),
    step("chen", "assignCases", async () => ({ input: { cases: [await ticket(await accepted())], personId: people.li, as: "ASSIST", reason: "一起办" } })),
    step("member3", "returnOrder", async () => {
      const id = await accepted();
      await done(api, "member3", "escalateCase", id, { reason: "办不了" });
      await done(api, "chen", "assignCase", id, { personId: people.member3, as: "LEAD" });
      return on(id, { reason: "不归我管" });
    }),
    step("member3", "answerCase", async () => on(await accepted({ kind: "OPINION", category: "assets.drying" }), { answer: "已列入计划" })),
    step("li", "declineCase", async () => on(await collect(), { reason: "NOT_COMMUNITY_MATTER", goTo: "请找物业" })),
    step("zhou", "appealCase", async () => {
      const id = await collect();
      await done(api, "li", "declineCase", id, { reason: "NO_FACTS", goTo: "请找物业" });
      return on(id, { respondent: await reporter(id), words: "就是社区的事" });
    }),
    step("li", "mergeCase", async () => {
      const into = await accepted();
      return on(await collect(), { into });
    }),
    step("li", "unmergeCase", async () => {
      const { id, into } = await merged();
      return on(id, { into });
    }),
    step("li", "splitCase", async () => {
      const { into } = await merged();
      const { rows } = await pool.query("select id from opinion where case_id = $1 order by id limit 1", [into]);
      return on(into, { opinionIds: [rows[0].id], title: "另一件事" });
    }),
    step("li", "deliberateCase", async () => on(await accepted(), { where: "小区广场" })),
    step("member3", "startCase", async () => on(await accepted(), { measure: "请师傅疏通", planOn: "2024-03-08" })),
    step("member3", "holdCase", async () => on(await started(), { holdReason: "WAIT_FUNDS", until: "2024-03-12", reason: "等资金" })),
    step("li", "turnDownAsk", async () => on(await asked(), { reason: "再想办法" })),
    step("li", "approveAsk", async () => on(await asked())),
    step("member3", "resumeCase", async () => {
      const id = await asked();
      await done(api, "li", "approveAsk", id);
      return on(id);
    }),
    step("member3", "extendCase", async () => on(await started(), { days: 2, reason: "配件没到" })),
    step("member3", "escalateCase", async () => on(await accepted(), { reason: "楼里办不了" })),
    step("member3", "escalateCases", async () => ({ input: { cases: [await ticket(await accepted())], reason: "楼里办不了" } })),
    step("li", "sendDownCase", async () => {
      const id = await accepted();
      await done(api, "member3", "escalateCase", id, { reason: "楼里办不了" });
      return on(id, { reason: "楼里办得了" });
    }),
    step("member3", "correctCase", async () => {
      const id = await accepted();
      await done(api, "member3", "escalateCase", id, { reason: "点错了" });
      return on(id, { reason: "" });
    }),
    step("street", "superviseCase", async () => on(await accepted(), { words: "请尽快办理", replyDueOn: "2024-03-05" })),
    step("zhou", "withdrawCase", async () => {
      const id = await accepted();
      return on(id, { respondent: await reporter(id) });
    }),
    step("member3", "resolveCase", async () => on(await started(), { result: "已疏通" })),
    step("zhou", "recordCallback", async () => {
      const id = await resolved();
      return on(id, { respondent: await reporter(id), reached: true, resolved: true, satisfaction: "SATISFIED", words: "谢谢" });
    }),
    step("zhou", "reopenCase", async () => {
      const id = await resolved();
      return on(id, { respondent: await reporter(id), words: "又堵了" });
    }),
    step("chen", "blowWhistle", async () => {
      const id = await danger();
      await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "SAFETY" });
      return on(id, { departmentId: api.departments.fire, ask: "请来现场" });
    }),
    step("housing", "reportForDuty", async () => {
      const { id, whistleId } = await whistled();
      return on(id, { whistleId, result: "已到场" });
    }),
    step("chen", "releaseWhistle", async () => {
      const { id, whistleId } = await whistled();
      return on(id, { whistleId });
    }),
    step("chen", "referUpCase", async () => on((await whistled()).id, { tried: "吹哨，开会" })),
    step("zhou", "closeCase", async () => {
      const id = await resolved();
      for (const day of ["2024-03-04", "2024-03-05", "2024-03-06"]) {
        api.clock.set(shanghai(day, "09:00"));
        await done(api, "zhou", "recordCallback", id, { respondent: await reporter(id), reached: false });
      }
      return on(id);
    }),
    ...projectsLife(api, { on, danger, reporter, send: (by, args) => send(api, by, args) }),
    ...mediationLife(api),
    ...expertLife(api),
    ...meetingsLife(api),
    ...peopleLife(api),
    ...pointsLife(api),
    ...publicationsLife(api), ...settingsLife(api), ...keysLife(api), ...webhooksLife(api),
    // Last: its publicity takes weeks, and the others have their days.
    ...costLife(api),
  ];
}

/** When the story begins: a Friday morning. */
export const wholeLifeBegins = shanghai("2024-03-01", "09:00");
/** What to ask of an answer so that a refusal shows: `{ refusal { code } }`, nothing for a scalar. */
function refusalOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return "";
  const fields = type.getFields();
  if (fields["refusal"]) return "{ refusal { code message path } }";
  return fields["results"] ? "{ results { refusal { code message path } } }" : "{ __typename }";
}

/** A document that sends a field of the root once for each alias, its arguments in variables `<alias>_<argument>`. */
export function documentOf(kind: "query" | "mutation", name: string, aliases: readonly string[], selection?: string): string {
  const field = (kind === "query" ? contract.getQueryType() : contract.getMutationType())?.getFields()[name];
  if (field === undefined) throw new Error(`the contract has no ${kind} ${name}`);
  const heads = aliases.flatMap((alias) => field.args.map((arg) => `$${alias}_${arg.name}: ${String(arg.type)}`));
  const calls = aliases.map((alias) => {
    const args = field.args.map((arg) => `${arg.name}: $${alias}_${arg.name}`);
    return `${alias}: ${name}${args.length > 0 ? `(${args.join(", ")})` : ""} ${selection ?? refusalOf(field)}`;
  });
  return `${kind} ${heads.length > 0 ? `(${heads.join(", ")})` : ""} { ${calls.join(" ")} }`;
}

/** The arguments with a new idempotency key wherever the contract wants one and none is given. */
export function withKeys(mutation: string, args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const field = contract.getMutationType()?.getFields()[mutation];
  return Object.fromEntries((field?.args ?? []).flatMap(({ name, type }) => (args[name] === undefined ? [] : [[name, keyed(type, args[name])]])));
}

function keyed(type: GraphQLInputType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => keyed(type, one));
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== "object" || value === null) return value;
  const fields = named.getFields();
  const inner = Object.entries(value).map(([name, one]) => [name, fields[name] ? keyed(fields[name].type, one) : one]);
  return { ...(fields["idempotencyKey"] && { idempotencyKey: uuidv7() }), ...Object.fromEntries(inner) };
}

/** Does a step for good. @throws Error when it was refused */
export async function send(api: TestCommunity, { as, mutation }: Pick<Step, "as" | "mutation">, args: Record<string, unknown>): Promise<void> {
  const variables = Object.fromEntries(Object.entries(withKeys(mutation, args)).map(([name, value]) => [`a_${name}`, value]));
  const { data, errors } = await api.graphql(documentOf("mutation", mutation, ["a"]), variables, { as });
  const refusals = data?.a?.results?.map((one: { refusal: unknown }) => one.refusal) ?? [data?.a?.refusal];
  if (errors.length > 0 || refusals.some((one: unknown) => one != null)) throw new Error(`${mutation} took no effect: ${JSON.stringify({ errors, refusals })}`);
}
