import type { Send } from "./asking.ts";
import { oneOf } from "./random.ts";
import { community } from "../district.ts";

/** What the load did. */
export interface LoadCounts {
  /** Acts that were answered, and how many of these by a refusal. */
  acts: number;
  refused: number;
  /** Cases that were opened: so many, no more and no fewer, there have to be in the end. */
  opened: number;
  /** Cases that became disputes, and so left the sight of every key. */
  disputes: number;
  /** Opinions of the hotline, each of which was sent twice at once. */
  ingested: number;
  /** By what was refused. */
  readonly refusals: Record<string, number>;
}

export interface Load {
  readonly send: Send;
  readonly random: () => number;
  readonly acts: number;
  /** Cookies of demo accounts, by user name. */
  readonly cookies: Readonly<Record<string, string>>;
  /** A WRITE key, as the hotline has it. */
  readonly hotline: string;
  /** Told before each act, with its number; nobody begins another one before it has resolved. */
  readonly onAct: (act: number) => Promise<void>;
}

interface Known {
  readonly id: string;
  version: number;
  status: string;
  level: string;
  kind: string;
}
type Payload = { case: Known | null; refusal: { code: string } | null; created?: boolean };

const FACTS = "case { id version status level kind } refusal { code }";
const HANDS = 4;
const tomorrow = (): string => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

/** Acts of several people and of a hotline, some at once, until so many have been answered. */
export async function runLoad({ send, random, acts, cookies, hotline, onAct }: Load): Promise<LoadCounts> {
  const counts: LoadCounts = { acts: 0, refused: 0, opened: 0, disputes: 0, ingested: 0, refusals: {} };
  const idle: Known[] = [];
  let begun = 0;
  let gate: Promise<void> = Promise.resolve();

  const act = async (mutation: string, input: Record<string, unknown>, headers: Record<string, string>): Promise<Payload> => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const data = await send(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${FACTS} ${mutation === "ingestOpinion" ? "created" : ""} } }`, { input }, headers);
    const payload = data[mutation] as Payload;
    if (payload.refusal !== null) {
      counts.refused += 1;
      const what = `${mutation} ${payload.refusal.code}`;
      counts.refusals[what] = (counts.refusals[what] ?? 0) + 1;
    }
    return payload;
  };
  const as = (username: string): Record<string, string> => ({ cookie: cookies[username] ?? "" });
  const keyed = (input: Record<string, unknown>): Record<string, unknown> => ({ ...input, idempotencyKey: crypto.randomUUID() });

  const collect = async (number: number): Promise<void> => {
    const username = oneOf(random, ["he", "li", "wang", "zhou", "luo"]);
    const words = `${number}号：楼下的路灯不亮了`;
    const made = await act("collectOpinion", keyed({ channel: "VISIT", kind: "DIFFICULTY", category: "assets.sewer", words, title: words }), as(username));
    if (made.refusal === null) counts.opened += 1;
    // Of those without a place nobody can take up anything.
    if (made.case !== null && username !== "zhou" && username !== "luo") idle.push(made.case);
  };
  const ingest = async (number: number): Promise<void> => {
    const input = { externalRef: { source: "12345", id: `hour-${number}` }, areaCode: `${community}${oneOf(random, ["003", "005"])}`, kind: "DIFFICULTY", category: "assets.sewer", words: `${number}号来电：下水道堵了` };
    const twice = await Promise.all([0, 1].map(() => act("ingestOpinion", input, { authorization: `Bearer ${hotline}` })));
    const [one] = twice;
    counts.ingested += 1;
    if (one?.refusal === null) counts.opened += 1;
    if (one?.case) idle.push(one.case);
  };

  /** What can be done with a case that stands so. */
  const nextOf = ({ status, kind }: Known): readonly [mutation: string, input: Record<string, unknown>][] => {
    const note: [string, Record<string, unknown>] = ["recordContact", { kind: "NOTE", words: "打过电话了" }];
    if (status === "COLLECTED" && kind !== "DISPUTE") {
      const accept: [string, Record<string, unknown>] = ["acceptCase", { kind, category: "assets.sewer", severity: "NORMAL" }];
      return [accept, accept, accept, ["amendCase", { kind: "DISPUTE", category: "disputes.leak" }], ["declineCase", { reason: "NOT_COMMUNITY_MATTER", goTo: "市政热线" }], note];
    }
    if (status === "ACCEPTED") return [["startCase", { measure: "先看现场" }], ["startCase", { measure: "先看现场" }], ["escalateCase", { reason: "小区解决不了，请社区协调" }], note];
    if (status === "IN_PROGRESS") return [["holdCase", { holdReason: "WAIT_FUNDS", reason: "等维修资金", until: tomorrow() }], ["escalateCase", { reason: "小区解决不了，请社区协调" }], ["amendCase", { severity: oneOf(random, ["LOW", "HIGH"]) }], note];
    return status === "ON_HOLD" ? [["resumeCase", {}], note] : [note];
  };
  const move = async (known: Known): Promise<void> => {
    const [mutation, more] = oneOf(random, nextOf(known));
    const { case: now, refusal } = await act(mutation, keyed({ id: known.id, expectedVersion: known.version, ...more }), as("zhou"));
    if (now !== null) Object.assign(known, now);
    // A deadline or somebody else came first.
    if (refusal?.code === "CONFLICT") Object.assign(known, (await send("query ($id: ID) { case(id: $id) { id version status level kind } }", { id: known.id }, as("zhou")))["case"]);
    if (refusal === null && mutation === "amendCase" && "kind" in more) counts.disputes += 1;
    if (known.status !== "DECLINED") idle.push(known);
  };

  const hand = async (): Promise<void> => {
    while (begun < acts) {
      const number = ++begun;
      gate = Promise.all([gate, onAct(number)]).then(() => {});
      await gate;
      const at = Math.floor(random() * idle.length);
      const [known] = random() < 0.4 ? [] : idle.splice(at, 1);
      await (known !== undefined ? move(known) : random() < 0.5 ? ingest(number) : collect(number));
      counts.acts += 1;
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return counts;
}
