import { areaNumber } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { community, type TestCommunity, type Username } from "./community.ts";
import { done } from "./verbs.ts";

const shown = `id no version state round consentAt dueOn form effectiveAt confirmBy performedAt appliedAt confirmedAt endCause rightToSueNoticedAt facts issues record endReason
  parties { key side person { name } heardAt } mediators { id name } statements { partyKey words } terms { id what by dueOn doneAt } signatures { signer key kind at }
  returnVisits { partyKey words by { name } } deadlines { kind dueOn termId } actions { action allowed code }`;

/** What tests look at of a mediation. */
export interface ShownMediation {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly state: string;
  readonly consentAt: string | null;
  readonly dueOn: string | null;
  readonly effectiveAt: string | null;
  readonly confirmBy: string | null;
  readonly mediators: readonly { id: string; name: string }[];
  readonly parties: readonly { key: string; side: string; person: { name: string } | null; heardAt: string | null }[];
  readonly terms: readonly { id: string; what: string | null; by: string; dueOn: string; doneAt: string | null }[];
  readonly deadlines: readonly { kind: string; dueOn: string; termId: string | null }[];
  readonly actions: readonly { action: string; allowed: boolean; code: string | null }[];
  readonly [more: string]: unknown;
}

/** Whoever tests mediate: the staff of the community, and `mediator`. */
export type Mediating = Username | "mediator";

/** A mediator of the community, with an account `mediator`; returns the id. */
export async function insertMediator(api: TestCommunity): Promise<string> {
  const id = uuidv7();
  await api.pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '调解员老吴', '吴某', $2)", [id, areaNumber(community)]);
  await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'MEDIATOR', $3, $4, '2023-01-01')", [uuidv7(), id, community, areaNumber(community)]);
  await api.createAccount({ username: "mediator", personId: id });
  return id;
}

/** A dispute between two residents, accepted by the grid head and brought to the community by their wish. */
export async function disputeAtCommunity(api: TestCommunity, sun: string, zhao: string): Promise<string> {
  const given = { words: "楼上卫生间漏水，墙都发霉了", title: "楼上漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: sun };
  const { id } = await done(api, "li", "collectOpinion", null, given);
  await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [sun, zhao] });
  await done(api, "li", "escalateCase", id, { reason: "双方申请人民调解", partiesAskForMediation: true });
  await done(api, "li", "startCase", id, { measure: "人民调解" });
  return id;
}

async function send(api: TestCommunity, as: Mediating, verb: string, input: Record<string, unknown>) {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { mediation { ${shown} } refusal { code message path currentVersion } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data.answer as { mediation: ShownMediation | null; refusal: { code: string; message: string; path: string | null; currentVersion: number | null } | null };
}

/** The version a mediation is at, read beside the API so that it works for whoever may not see it. */
export async function mediationVersion(api: TestCommunity, id: string): Promise<number> {
  return (await api.pool.query("select version from mediation where id = $1", [id])).rows[0].version;
}

/** Does a verb on a mediation, and returns the payload as it came. */
export async function mediate(api: TestCommunity, as: Mediating, verb: string, id: string, input: Record<string, unknown> = {}) {
  return send(api, as, verb, { id, expectedVersion: await mediationVersion(api, id), ...input });
}

/** Does a verb on a mediation that has to succeed. */
export async function mediated(api: TestCommunity, as: Mediating, verb: string, id: string, input: Record<string, unknown> = {}): Promise<ShownMediation> {
  const { mediation, refusal } = await mediate(api, as, verb, id, input);
  if (refusal !== null || mediation === null) throw new Error(`${verb} was refused: ${JSON.stringify(refusal)}`);
  return mediation;
}

/** Does a verb on a mediation that has to be refused, and returns the code. */
export async function unmediated(api: TestCommunity, as: Mediating, verb: string, id: string, input: Record<string, unknown> = {}): Promise<string> {
  const { refusal } = await mediate(api, as, verb, id, input);
  if (refusal === null) throw new Error(`${verb} was not refused`);
  return refusal.code;
}

/** Opens a mediation of a case, or tells why not. */
export async function opening(api: TestCommunity, as: Mediating, caseId: string, input: Record<string, unknown>) {
  const { rows } = await api.pool.query("select version from cases where id = $1", [caseId]);
  return send(api, as, "openMediation", { id: caseId, expectedVersion: rows[0].version, ...input });
}

/** A mediation that was opened with the parties' consent. */
export async function opened(api: TestCommunity, as: Mediating, caseId: string, mediatorIds: readonly string[], more: Record<string, unknown> = {}): Promise<ShownMediation> {
  const { mediation, refusal } = await opening(api, as, caseId, { mediatorIds, consented: true, ...more });
  if (mediation === null) throw new Error(`openMediation was refused: ${JSON.stringify(refusal)}`);
  return mediation;
}

/** Hears every party of a mediation. */
export async function heard(api: TestCommunity, as: Mediating, m: ShownMediation): Promise<void> {
  for (const { key, side } of m.parties) await mediated(api, as, "hearParty", m.id, { partyKey: key, words: `${side}方：说明了情况` });
}

export async function lookAt(api: TestCommunity, as: Mediating, id: string): Promise<ShownMediation | null> {
  const { data, errors } = await api.graphql(`query ($id: ID!) { mediation(id: $id) { ${shown} } }`, { id }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.mediation;
}
