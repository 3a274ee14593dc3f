import { mediationActionNames, type MediationAction } from "@bandeng/domain";
import type { MediationShownFragment } from "../../graphql/graphql.ts";

/** A thing as the server sends it: the cache asks for its type, the fragments do not name it. */
const of = <T extends object>(type: string, thing: T): T => ({ __typename: type, ...thing });

const sun = of("MediationParty", { key: "person:sun", side: "A", heardAt: null, person: of("Person", { id: "sun", name: "孙某" }) });
const zhao = { ...sun, key: "person:zhao", side: "B", person: of("Person", { id: "zhao", name: "赵某" }) };

/** What the table says of each action: allowed, unless a sentence is given. */
export function actionsWith(blocked: Partial<Record<MediationAction, string>> = {}): MediationShownFragment["actions"] {
  return mediationActionNames.map((action) => of("MediationActionState", { action, allowed: blocked[action] === undefined, message: blocked[action] ?? null }));
}

/** The leak of 孙某 and 赵某, opened on 6 June 2024 with their consent. */
export const openLeak: MediationShownFragment = of("Mediation", {
  id: "m-1",
  no: "2024-03",
  version: 2,
  state: "OPEN",
  round: 1,
  openedAt: "2024-06-06T02:00:00.000Z",
  consentAt: "2024-06-06T02:00:00.000Z",
  dueOn: "2024-07-08",
  provisional: false,
  extendedAt: null,
  form: null,
  termsAt: null,
  effectiveAt: null,
  confirmBy: null,
  appliedAt: null,
  confirmedAt: null,
  performedAt: null,
  endCause: null,
  endReason: null,
  rightToSueNoticedAt: null,
  facts: null,
  issues: null,
  record: null,
  deadlines: [of("MediationDeadline", { kind: "MONTH", dueOn: "2024-07-08", termId: null })],
  parties: [sun, zhao],
  mediators: [of("Person", { id: "qian", name: "钱调解员" })],
  statements: [],
  terms: [],
  signatures: [],
  returnVisits: [],
  actions: actionsWith({ seal: "只有社区干事、社区书记或副书记可以盖章。", visit: "调解现为“调解中”，只有“已达成协议”、“已履行”或“未达成协议”的调解可以回访。" }),
  case: of("Case", { id: "c-1", no: "340802001007-2024-0031", title: "1-301卫生间漏水", kind: "DISPUTE", gridCode: "340802001007003", gridName: "曹家巷网格" }),
});

const at = "2024-06-12T02:00:00.000Z";

/** The same in effect since 12 June: two of three terms done. */
export const agreedLeak: MediationShownFragment = {
  ...openLeak,
  version: 14,
  state: "AGREED",
  form: "WRITTEN",
  termsAt: "2024-06-07T07:00:00.000Z",
  effectiveAt: at,
  confirmBy: "2024-07-12",
  facts: "防水层老化",
  issues: "由谁维修",
  parties: openLeak.parties.map((party) => ({ ...party, heardAt: "2024-06-07T02:00:00.000Z" })),
  statements: [
    of("PartyStatement", { id: "s1", partyKey: "person:sun", at: "2024-06-07T02:00:00.000Z", words: "天花板一直滴水" }),
    of("PartyStatement", { id: "s2", partyKey: "person:zhao", at: "2024-06-07T02:30:00.000Z", words: null }),
  ],
  terms: [
    of("AgreementTerm", { id: "t1", what: "重做防水层", by: "person:zhao", dueOn: "2024-06-28", doneAt: "2024-06-27T08:00:00.000Z" }),
    of("AgreementTerm", { id: "t2", what: "支付1800.00元", by: "person:zhao", dueOn: "2024-06-28", doneAt: null }),
    of("AgreementTerm", { id: "t3", what: "粉刷墙面", by: "person:sun", dueOn: "2024-07-05", doneAt: null }),
  ],
  signatures: [
    of("AgreementSignature", { signer: "PARTY", key: "person:sun", kind: "SIGNED", at }),
    of("AgreementSignature", { signer: "PARTY", key: "person:zhao", kind: "FINGERPRINT", at }),
    of("AgreementSignature", { signer: "MEDIATOR", key: "qian", kind: "SIGNED", at }),
    of("AgreementSignature", { signer: "COMMITTEE", key: null, kind: "STAMPED", at }),
  ],
  deadlines: [
    of("MediationDeadline", { kind: "TERM", dueOn: "2024-06-28", termId: "t2" }),
    of("MediationDeadline", { kind: "TERM", dueOn: "2024-07-05", termId: "t3" }),
    of("MediationDeadline", { kind: "CONFIRM", dueOn: "2024-07-12", termId: null }),
  ],
  actions: actionsWith(),
};

export const endedLeak: MediationShownFragment = {
  ...agreedLeak,
  id: "m-2",
  state: "NOT_REACHED",
  form: null,
  termsAt: null,
  terms: [],
  signatures: [],
  effectiveAt: null,
  confirmBy: null,
  deadlines: [],
  endCause: "NOT_AGREED",
  endReason: "补偿数额谈不拢",
  rightToSueNoticedAt: at,
};

export const listOf = (nodes: readonly MediationShownFragment[], endCursor: string | null = null) => ({
  mediations: { __typename: "MediationConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor } },
});

/** The answer of a verb: PascalCase payload, the mediation as it is then. */
export const answered = (verb: string, mediation: MediationShownFragment) => ({ [verb]: { __typename: `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`, mediation, refusal: null } });
export const refusedWith = (verb: string, code: string, message: string, path: string | null = null) => ({
  [verb]: { __typename: `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`, mediation: null, refusal: { __typename: "Refusal", code, message, path } },
});
