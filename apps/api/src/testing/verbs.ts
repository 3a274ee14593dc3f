import { uuidv7 } from "uuidv7";
import type { TestCommunity, Username } from "./community.ts";

const shown = `id no version title status level maxLevel boardColumn supporters overdue reopenCount visibility projectNo gridCode
  due { kind at expected provisional } lead { id name } pendingAsk { kind askedAs } segments { no level dueAt endedBy }`;

/** What tests look at of a case. */
export interface ShownCase {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly title: string;
  readonly status: string;
  readonly level: string;
  readonly maxLevel: string;
  readonly boardColumn: string | null;
  readonly supporters: number | null;
  readonly overdue: boolean;
  readonly reopenCount: number;
  readonly visibility: string;
  readonly projectNo: string | null;
  readonly gridCode: string;
  readonly due: { kind: string; at: string | null; expected: boolean; provisional: boolean } | null;
  readonly lead: { id: string; name: string } | null;
  readonly pendingAsk: { kind: string; askedAs: string } | null;
  readonly segments: readonly { no: number; level: string; dueAt: string | null; endedBy: string | null }[];
}

export interface Answer {
  readonly case: ShownCase | null;
  readonly refusal: { code: string; message: string; path: string | null; currentVersion: number | null } | null;
}

const named = (verb: string): string => verb.charAt(0).toUpperCase() + verb.slice(1);

/** Does a verb over HTTP as somebody, and returns the payload as it came. @throws Error when GraphQL itself refused it */
export async function tell(api: TestCommunity, as: Username, verb: string, input: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Answer> {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${named(verb)}Input!) { answer: ${verb}(input: $input) { case { ${shown} } refusal { code message path currentVersion } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as, headers },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data.answer as Answer;
}

/** Does a verb that has to succeed, on the case's version of now. */
export async function done(api: TestCommunity, as: Username, verb: string, id: string | null, input: Record<string, unknown> = {}): Promise<ShownCase> {
  const on = id === null ? {} : { id, expectedVersion: await versionOf(api, id) };
  const answer = await tell(api, as, verb, { ...on, ...input });
  if (answer.refusal !== null || answer.case === null) throw new Error(`${verb} was refused: ${JSON.stringify(answer)}`);
  return answer.case;
}

/** Does a verb that has to be refused, and returns the code. */
export async function refused(api: TestCommunity, as: Username, verb: string, id: string, input: Record<string, unknown> = {}): Promise<string> {
  const answer = await tell(api, as, verb, { id, expectedVersion: await versionOf(api, id), ...input });
  if (answer.refusal === null) throw new Error(`${verb} was not refused`);
  return answer.refusal.code;
}

/** The version a case is at, read beside the API so that it works for whoever may not see it. */
export async function versionOf(api: TestCommunity, id: string): Promise<number> {
  const { rows } = await api.pool.query("select version from cases where id = $1", [id]);
  return rows[0].version;
}

export async function look(api: TestCommunity, as: Username, id: string): Promise<ShownCase | null> {
  const { data, errors } = await api.graphql(`query ($id: ID!) { case(id: $id) { ${shown} } }`, { id }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.case;
}

/** 18:00 in Shanghai of a day. */
export const at18 = (day: string): string => `${day}T10:00:00.000Z`;
/** A moment of a day in Shanghai. */
export const shanghai = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
