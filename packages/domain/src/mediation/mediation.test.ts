import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAgreeTerms, decideRecordOral, decideSealAgreement, decideSignAgreement, type TermInput } from "./agreement.ts";
import { decideApplyForConfirmation, decideRecordConfirmation } from "./confirmation.ts";
import { decideExtendMonth, decideRecordConsent } from "./consent.ts";
import { decideEndMediation } from "./end-mediation.ts";
import { evolveMediation, foldMediation } from "./evolve-mediation.ts";
import { decideEstablishFacts, decideHearParty } from "./hear-party.ts";
import { mediationDeadlines } from "./mediation-deadlines.ts";
import { whyNotBill } from "./mediation-free.ts";
import { mediationOutcome } from "./mediation-outcome.ts";
import { mediationParties, missingSignatures, type Mediation, type MediationState, type SignatureKind } from "./mediation.ts";
import { decideNameMediator, decideRemoveMediator, type NamedMediator } from "./mediators.ts";
import { decideOpenMediation } from "./open-mediation.ts";
import { decidePerformTerm, decideReturnVisit } from "./performance.ts";
import type { Case } from "../case/case.ts";
import { decideMerge } from "../case/merge.ts";
import type { Facts } from "../case/record.ts";
import { visibility } from "../case/visibility.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import { dispute, mediationStory, openInput, type MediationStory } from "../testing/mediation-story.ts";
import * as people from "../testing/people.ts";

const { mediator, zhou, chen, li } = people;
const SUN = "person:sun";
const ZHAO = "person:zhao";

type Decide = (m: Mediation, c: Case, f: Facts) => ReturnType<typeof decideRecordConsent>;
const heard = (partyKey: string, words = "墙上渗水"): Decide => (m, c, f) => decideHearParty(m, c, { statementId: `s-${partyKey}`, partyKey, words }, f);
const found: Decide = (m, c, f) => decideEstablishFacts(m, c, { facts: "防水层老化", issues: "谁来修，谁来赔" }, f);
const terms: readonly TermInput[] = [
  { id: "repair", what: "维修防水层", by: ZHAO, dueOn: "2024-06-28" },
  { id: "pay", what: "支付1800.00元", by: ZHAO, dueOn: "2024-06-28" },
  { id: "paint", what: "粉刷墙面", by: SUN, dueOn: "2024-07-05" },
];
const agree = (list = terms): Decide => (m, c, f) => decideAgreeTerms(m, c, { terms: list }, f);
const sign = (key: string, signer: "PARTY" | "MEDIATOR" = "PARTY", kind: SignatureKind = "SIGNED"): Decide => (m, c, f) => decideSignAgreement(m, c, { signer, key, kind }, f);
const perform = (termId: string): Decide => (m, c, f) => decidePerformTerm(m, c, { termId }, f);
const oral = (record: string, list = terms): Decide => (m, c, f) => decideRecordOral(m, c, { record, terms: list }, f);
const end = (more: Partial<Parameters<typeof decideEndMediation>[2]> = {}): Decide => (m, c, f) => decideEndMediation(m, c, { cause: "NOT_AGREED", reason: "谈不拢", rightToSueNoticed: true, ...more }, f);

const bothHeard = (): MediationStory => mediationStory().does(mediator, "2024-06-07 10:00", heard(SUN)).does(mediator, "2024-06-07 10:30", heard(ZHAO));
const drafted = (): MediationStory => bothHeard().does(mediator, "2024-06-07 11:00", found).does(mediator, "2024-06-07 11:30", agree());
const agreed = (): MediationStory =>
  drafted().does(mediator, "2024-06-12 09:00", sign(SUN)).does(mediator, "2024-06-12 09:10", sign(ZHAO)).does(mediator, "2024-06-12 09:20", sign("mediator", "MEDIATOR")).does(zhou, "2024-06-12 10:00", decideSealAgreement);

/** S3 of the scenarios: dates worked out by hand. */
it("a mediation from consent to performance", () => {
  const story = bothHeard();
  expect(story.mediation).toMatchObject({ no: "2024-01", state: "OPEN", round: 1, consentAt: when("2024-06-07 09:00"), dueOn: "2024-07-08", provisional: false });
  story.does(mediator, "2024-06-07 11:00", found).does(mediator, "2024-06-07 11:30", agree());
  story.does(mediator, "2024-06-12 09:00", sign(SUN)).does(mediator, "2024-06-12 09:10", sign(ZHAO, "PARTY", "FINGERPRINT")).does(mediator, "2024-06-12 09:20", sign("mediator", "MEDIATOR"));
  expect(story.mediation).toMatchObject({ state: "OPEN", effectiveAt: null });
  story.does(zhou, "2024-06-12 10:00", decideSealAgreement);
  expect(story.mediation).toMatchObject({ state: "AGREED", form: "WRITTEN", effectiveAt: when("2024-06-12 10:00"), confirmBy: "2024-07-12", performedAt: null });
  expect(mediationDeadlines(story.mediation).map(({ kind, dueOn, termId }) => `${kind} ${dueOn} ${termId}`)).toEqual(["TERM 2024-06-28 repair", "TERM 2024-06-28 pay", "TERM 2024-07-05 paint", "CONFIRM 2024-07-12 null"]);
  story.does(li, "2024-06-27", perform("repair")).does(zhou, "2024-06-28", perform("pay")).does(mediator, "2024-07-02", perform("paint"));
  expect(story.mediation).toMatchObject({ state: "PERFORMED", performedAt: when("2024-07-02") });
  expect(mediationDeadlines(story.mediation)).toEqual([]);
  story.does(li, "2024-07-03", (m, c, f) => decideReturnVisit(m, c, { visitId: "v1", partyKey: SUN, words: "不漏了" }, f));
  expect(story.mediation.returnVisits).toEqual([{ id: "v1", at: when("2024-07-03"), by: "li", partyKey: SUN }]);
  expect(foldMediation(story.history)).toEqual(story.mediation);
});

describe("opening", () => {
  const open = (c: Case, more: Parameters<typeof openInput>[0] = {}, who = zhou) => decideOpenMediation(c, openInput(more), factsAt(who, "2024-06-07"));
  it("takes two parties of the case, and asks that first", () => {
    const early = acceptedCase("2024-06-03", li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] }).case;
    expect(open(early, { partyKeys: [SUN] })).toMatchObject({ code: "TWO_PARTIES_NEEDED", path: "partyKeys" });
    expect(open(early, { partyKeys: [SUN, SUN] })).toMatchObject({ code: "TWO_PARTIES_NEEDED" });
    const c = dispute().case;
    expect(open(c, { partyKeys: [SUN, "person:nobody"] })).toMatchObject({ code: "NOT_A_PARTY" });
    expect(open(c, { partyKeys: [SUN, ZHAO] })).toMatchObject({ mediation: [{ type: "MEDIATION_OPENED", payload: { round: 1, parties: [{ key: SUN, side: "A" }, { key: ZHAO, side: "B" }] } }, { type: "CONSENT_GIVEN" }] });
  });
  it("is for disputes, at COMMUNITY or above", () => {
    const early = acceptedCase("2024-06-03", li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] }).case;
    expect(open(early)).toMatchObject({ code: "WRONG_LEVEL", data: { action: "mediate", level: "BUILDING" } });
    expect(open({ ...dispute().case, level: "STREET" })).not.toHaveProperty("code");
    expect(open(acceptedCase("2024-06-03", li, { severity: "SAFETY" }).case)).toMatchObject({ code: "DISPUTES_ONLY" });
    expect(open(dispute().case, {}, people.member003)).toMatchObject({ code: "CONFIDENTIAL" });
    expect(open(dispute().case, {}, people.wang)).toMatchObject({ code: "NOT_FOUND" });
  });
  it("one at a time; another one after that", () => {
    expect(open(dispute().case, { last: "OPEN" })).toMatchObject({ code: "MEDIATION_RUNS" });
    for (const last of ["AGREED", "PERFORMED", "NOT_REACHED"] as const) expect(open(dispute().case, { last })).not.toHaveProperty("code");
  });
  it.each<[string, NamedMediator[], string]>([
    ["a party", [{ personId: "zhao", roles: ["MEDIATOR"] }], "MEDIATOR_IS_PARTY"],
    ["the other party among others", [{ personId: "mediator", roles: ["MEDIATOR"] }, { personId: "sun", roles: [] }], "MEDIATOR_IS_PARTY"],
    ["a grid member", [{ personId: "member003", roles: ["GRID_MEMBER"] }], "NO_MEDIATOR"],
    ["an expert whom nobody called", [{ personId: "expert", roles: ["EXPERT"] }], "NO_MEDIATOR"],
    ["nobody", [], "LAST_MEDIATOR"],
  ])("%s does not mediate", (_, mediators, code) => {
    expect(open(dispute().case, { mediators })).toMatchObject({ code });
  });
  it("a leader mediates, and an expert who came to this case", () => {
    for (const role of ["MEDIATOR", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"] as const) expect(open(dispute().case, { mediators: [{ personId: "x", roles: [role] }] })).not.toHaveProperty("code");
    expect(open({ ...dispute().case, helperIds: ["lawyer"] }, { mediators: [{ personId: "lawyer", roles: ["EXPERT"] }] })).toMatchObject({ case: [{ type: "MEDIATION_OPENED" }] });
  });
  it("lets its mediators see the case whole, until they are removed", () => {
    const lawyer = people.viewer("lawyer", people.right("MEDIATOR", "340802001008"));
    const story = mediationStory({ mediators: [{ personId: "lawyer", roles: ["MEDIATOR"] }] });
    expect(visibility(lawyer, story.case)).toBe("WHOLE");
    expect(story.case.mediationId).toBe("mediation");
    const refused = decideRemoveMediator(story.mediation, story.case, { personId: "lawyer" }, factsAt(zhou, "2024-06-07"));
    expect(refused).toMatchObject({ code: "LAST_MEDIATOR" });
    const named = decideNameMediator(story.mediation, story.case, { personId: "mediator", roles: ["MEDIATOR"] }, factsAt(zhou, "2024-06-07"));
    if (isRefusal(named)) throw new Error(named.code);
    story.does(zhou, "2024-06-07", () => named.mediation);
    story.dispute.takes(zhou, "2024-06-07", named.case);
    const gone = decideRemoveMediator(story.mediation, story.case, { personId: "lawyer" }, factsAt(zhou, "2024-06-07"));
    if (isRefusal(gone)) throw new Error(gone.code);
    story.does(zhou, "2024-06-07", () => gone.mediation);
    story.dispute.takes(zhou, "2024-06-07", gone.case);
    expect([visibility(lawyer, story.case), story.mediation.mediatorIds, story.case.helperIds]).toEqual(["NONE", ["mediator"], ["mediator"]]);
  });
  it("names nobody twice, and no party", () => {
    const { mediation, case: c } = mediationStory();
    const name = (personId: string) => decideNameMediator(mediation, c, { personId, roles: ["MEDIATOR"] }, factsAt(zhou, "2024-06-07"));
    expect([name("mediator"), name("zhao")]).toMatchObject([{ code: "MEDIATOR_TWICE" }, { code: "MEDIATOR_IS_PARTY" }]);
    expect(decideRemoveMediator(mediation, c, { personId: "li" }, factsAt(zhou, "2024-06-07"))).toMatchObject({ code: "NO_MEDIATOR" });
  });
  it("the anonymous reporter is a party by the opinion", () => {
    const c = acceptedCase("2024-06-03", li, { kind: "DISPUTE", category: "disputes.leak", reporterId: null }, { parties: ["zhao", null] }).case;
    expect(mediationParties(c)).toEqual([{ key: ZHAO, personId: "zhao", side: "A" }, { key: `opinion:${c.reporters[0]?.opinionId}`, personId: null, side: "B" }]);
    expect(mediationParties({ ...c, reporters: [] })).toHaveLength(1);
  });
  it("a case in mediation is merged into no other", () => {
    const target = dispute().case;
    expect(decideMerge(mediationStory().case, target, factsAt(zhou, "2024-06-07"))).toMatchObject({ code: "MERGE_MEDIATED" });
  });
});

describe("the month", () => {
  it.each([
    ["2024-06-06 10:00", "2024-07-08"], // 07-06 is a Saturday
    ["2024-06-12 23:30", "2024-07-12"],
    ["2024-01-31 09:00", "2024-02-29"],
    ["2024-09-01 09:00", "2024-10-08"], // in the holidays of October
  ])("of consent at %s ends on %s", (at, dueOn) => {
    expect(mediationStory({}, at).mediation).toMatchObject({ dueOn });
  });
  it("begins with the consent of the parties, and nothing is done before it", () => {
    const story = mediationStory({ consented: false });
    for (const [what, decide] of Object.entries({ hear: heard(SUN), found, agree: agree(), oral: oral("当面谈妥") })) expect([what, story.tries(mediator, "2024-06-07 10:00", decide)?.code]).toEqual([what, "CONSENT_MISSING"]);
    expect(mediationDeadlines(story.mediation)).toEqual([]);
    story.does(zhou, "2024-06-09 10:00", decideRecordConsent, "2024-06-08 10:00");
    expect(story.mediation).toMatchObject({ consentAt: when("2024-06-08 10:00"), dueOn: "2024-07-08" });
    expect(story.tries(zhou, "2024-06-09 10:00", decideRecordConsent)).toMatchObject({ code: "CONSENT_GIVEN_ALREADY" });
    expect(mediationDeadlines(story.mediation)).toEqual([{ kind: "MONTH", dueOn: "2024-07-08", termId: null }]);
  });
  it("is extended with all parties' consent, before it is over, to a later day", () => {
    const story = mediationStory();
    const extend = (until: string, partyKeys = [SUN, ZHAO]): Decide => (m, c, f) => decideExtendMonth(m, c, { until, partyKeys }, f);
    expect(story.tries(mediator, "2024-07-01", extend("2024-07-20", [SUN]))).toMatchObject({ code: "ALL_PARTIES_NEEDED" });
    expect(story.tries(mediator, "2024-07-01", extend("2024-07-08"))).toMatchObject({ code: "UNTIL_TOO_EARLY", data: { after: "2024-07-08" } });
    expect(story.tries(mediator, "2024-07-01", extend("2024-07-32"))).toMatchObject({ code: "DATE_INVALID" });
    expect(story.tries(mediator, "2024-07-09", extend("2024-07-20"))).toMatchObject({ code: "EXTEND_TOO_LATE" });
    story.does(mediator, "2024-07-08", extend("2024-07-20"));
    expect(story.mediation).toMatchObject({ dueOn: "2024-07-20", extendedAt: when("2024-07-08") });
  });
});

describe("every party is heard before an outcome", () => {
  const outcomes: [string, Decide][] = [["agreement", agree()], ["oral agreement", oral("当面谈妥")], ["no agreement", end()]];
  it.each(outcomes)("%s", (_, decide) => {
    const story = mediationStory().does(mediator, "2024-06-07 09:30", found);
    expect(story.tries(mediator, "2024-06-07 10:00", decide)).toMatchObject({ code: "PARTY_NOT_HEARD", data: { missing: 2 } });
    story.does(mediator, "2024-06-07 10:00", heard(SUN)).does(mediator, "2024-06-07 10:10", heard(SUN));
    expect(story.tries(mediator, "2024-06-07 11:00", decide)).toMatchObject({ code: "PARTY_NOT_HEARD", data: { missing: 1 } });
    story.does(mediator, "2024-06-07 11:00", heard(ZHAO));
    // Heard at eleven: what is said to have been agreed at half past ten was agreed without him.
    expect(story.tries(mediator, "2024-06-07 12:00", decide, "2024-06-07 10:30")).toMatchObject({ code: "PARTY_NOT_HEARD", data: { missing: 1 } });
    expect(story.tries(mediator, "2024-06-07 12:00", decide)).toBeNull();
  });
  it("a party that does not want it any more need not be", () => {
    expect(mediationStory().tries(mediator, "2024-06-07 10:00", end({ cause: "PARTY_REFUSED" }))).toBeNull();
  });
  it("in words, and only parties", () => {
    expect(mediationStory().tries(mediator, "2024-06-07 10:00", heard(SUN, " "))).toMatchObject({ code: "TEXT_REQUIRED", data: { field: "words" } });
    expect(mediationStory().tries(mediator, "2024-06-07 10:00", heard("person:li"))).toMatchObject({ code: "NOT_A_PARTY" });
  });
});

describe("a written agreement", () => {
  it("wants the facts first, and sound terms", () => {
    expect(bothHeard().tries(mediator, "2024-06-07 11:00", agree())).toMatchObject({ code: "FACTS_MISSING" });
    const story = bothHeard().does(mediator, "2024-06-07 11:00", found);
    const [first] = terms as [TermInput];
    const of = (...list: TermInput[]) => story.tries(mediator, "2024-06-07 12:00", agree(list));
    expect(of()).toMatchObject({ code: "TEXT_REQUIRED", data: { field: "term" } });
    expect(of({ ...first, what: " " })).toMatchObject({ code: "TEXT_REQUIRED", data: { field: "term" } });
    expect(of({ ...first, what: "长".repeat(501) })).toMatchObject({ code: "TEXT_TOO_LONG" });
    expect(of({ ...first, by: "person:li" })).toMatchObject({ code: "NOT_A_PARTY" });
    expect(of({ ...first, dueOn: "2024-06-31" })).toMatchObject({ code: "DATE_INVALID" });
    expect(of({ ...first, dueOn: "2024-06-06" })).toMatchObject({ code: "TERM_DUE_EARLY", data: { from: "2024-06-07" } });
    expect(of(first, first)).toMatchObject({ code: "ID_TWICE" });
    expect(of(...Array.from({ length: 21 }, (_, i) => ({ ...first, id: String(i) })))).toMatchObject({ code: "TERMS_TOO_MANY" });
    expect(of(first)).toBeNull();
  });
  it("is signed by parties and mediators, each once, and not before it was written", () => {
    const story = bothHeard();
    expect(story.tries(mediator, "2024-06-12", sign(SUN))).toMatchObject({ code: "AGREEMENT_MISSING" });
    expect(story.tries(zhou, "2024-06-12", decideSealAgreement)).toMatchObject({ code: "AGREEMENT_MISSING" });
    story.does(mediator, "2024-06-07 11:00", found).does(mediator, "2024-06-07 11:30", agree());
    expect(story.tries(mediator, "2024-06-12", sign(SUN), "2024-06-07 11:29")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
    expect(story.tries(mediator, "2024-06-12", sign("person:li"))).toMatchObject({ code: "NOT_A_PARTY" });
    expect(story.tries(mediator, "2024-06-12", sign("li", "MEDIATOR"))).toMatchObject({ code: "NO_MEDIATOR" });
    story.does(mediator, "2024-06-12", sign(SUN)).does(zhou, "2024-06-12", decideSealAgreement);
    expect(story.tries(mediator, "2024-06-12", sign(SUN))).toMatchObject({ code: "SIGNED_ALREADY" });
    expect(story.tries(zhou, "2024-06-12", decideSealAgreement)).toMatchObject({ code: "SIGNED_ALREADY" });
    expect(missingSignatures(story.mediation)).toMatchObject({ parties: [{ key: ZHAO }], mediator: true, seal: false });
  });
  it("put down anew, it has to be signed anew", () => {
    for (const anew of [agree(terms.slice(0, 1)), found]) {
      const story = drafted().does(mediator, "2024-06-12 09:00", sign(SUN)).does(zhou, "2024-06-12 09:00", decideSealAgreement).does(mediator, "2024-06-12 09:30", anew);
      expect(story.mediation.signatures).toEqual([]);
    }
  });
  it("takes effect with the last of party, party, mediator and seal, in whatever order, as of the latest", () => {
    const acts: [string, Decide][] = [["sun", sign(SUN)], ["zhao", sign(ZHAO)], ["mediator", sign("mediator", "MEDIATOR")], ["seal", decideSealAgreement]];
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: 0, maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), (order, days) => {
        const story = drafted();
        for (const [i, [, act]] of order.entries()) story.does(zhou, "2024-06-28", act, `2024-06-1${days[i]} 12:00`);
        const { state, effectiveAt, confirmBy } = story.mediation;
        const latest = order.map((_, i) => `2024-06-1${days[i]} 12:00`).toSorted().at(-1);
        if (order.length < 4) expect([state, effectiveAt, confirmBy]).toEqual(["OPEN", null, null]);
        else expect([state, effectiveAt]).toEqual(["AGREED", when(latest ?? "")]);
        if (order.length === 4) expect(Date.parse(`${confirmBy}`) - Date.parse((latest ?? "").slice(0, 10))).toBe(30 * 86_400_000);
        expect(foldMediation(story.history)).toEqual(story.mediation);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an oral agreement", () => {
  it("wants the mediator's record, by a mediator's own hand, and takes effect at once", () => {
    const story = bothHeard();
    expect(story.tries(mediator, "2024-06-12 10:00", oral(" "))).toMatchObject({ code: "TEXT_REQUIRED", data: { field: "record" } });
    expect(story.tries(zhou, "2024-06-12 10:00", oral("当面谈妥"))).toMatchObject({ code: "FORBIDDEN_MEDIATION", data: { action: "recordOral" } });
    story.does(mediator, "2024-06-12 10:00", oral("当面谈妥"));
    expect(story.mediation).toMatchObject({ state: "AGREED", form: "ORAL", effectiveAt: when("2024-06-12 10:00"), confirmBy: "2024-07-12", signatures: [] });
  });
});

describe("performance", () => {
  it("each term once, the last one ends it as of the latest", () => {
    const story = agreed();
    expect(story.tries(li, "2024-06-20", perform("nothing"))).toMatchObject({ code: "TERM_UNKNOWN" });
    story.does(li, "2024-07-03", perform("repair"), "2024-07-02").does(li, "2024-07-03", perform("paint"), "2024-06-25");
    expect(story.tries(li, "2024-07-03", perform("repair"))).toMatchObject({ code: "TERM_DONE" });
    expect(story.mediation.state).toBe("AGREED");
    story.does(li, "2024-07-03", perform("pay"), "2024-06-28");
    expect(story.mediation).toMatchObject({ state: "PERFORMED", performedAt: when("2024-07-02") });
  });
  it("not before the agreement took effect", () => {
    expect(agreed().tries(li, "2024-07-03", perform("repair"), "2024-06-11")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
  });
});

describe("judicial confirmation", () => {
  it("within thirty natural days, both on record", () => {
    const story = agreed();
    expect(story.tries(mediator, "2024-07-13 00:10", decideApplyForConfirmation)).toMatchObject({ code: "CONFIRM_TOO_LATE", data: { until: "2024-07-12" } });
    expect(story.tries(mediator, "2024-07-12", decideRecordConfirmation)).toMatchObject({ code: "NOT_APPLIED" });
    story.does(mediator, "2024-07-12 23:50", decideApplyForConfirmation);
    expect(mediationDeadlines(story.mediation).filter(({ kind }) => kind === "CONFIRM")).toEqual([]);
    expect(story.tries(mediator, "2024-07-20", decideRecordConfirmation, "2024-07-11")).toMatchObject({ code: "NOT_APPLIED" });
    story.does(mediator, "2024-07-20", decideRecordConfirmation);
    expect(story.mediation).toMatchObject({ appliedAt: when("2024-07-12 23:50"), confirmedAt: when("2024-07-20") });
    for (const again of [decideApplyForConfirmation, decideRecordConfirmation]) expect(story.tries(mediator, "2024-07-20", again)).toMatchObject({ code: "APPLIED_ALREADY" });
  });
});

describe("without an agreement", () => {
  it("ends with the notice of the right to sue", () => {
    const story = bothHeard();
    expect(story.tries(mediator, "2024-06-20", end({ rightToSueNoticed: false }))).toMatchObject({ code: "NOTICE_OF_SUIT_MISSING", path: "rightToSueNoticed" });
    expect(story.tries(mediator, "2024-06-20", end({ reason: "" }))).toMatchObject({ code: "TEXT_REQUIRED" });
    story.does(mediator, "2024-06-20", end());
    expect(story.mediation).toMatchObject({ state: "NOT_REACHED", endCause: "NOT_AGREED", rightToSueNoticedAt: when("2024-06-20"), effectiveAt: null });
    expect(mediationDeadlines(story.mediation)).toEqual([]);
  });
  it.each<[MediationState | null, number, number, ReturnType<typeof mediationOutcome>]>([
    [null, 1, 0, null],
    ["OPEN", 1, 0, "OPEN"],
    ["AGREED", 1, 0, "REACHED"],
    ["PERFORMED", 1, 1, "REACHED"],
    ["NOT_REACHED", 1, 0, "NOT_REACHED"],
    ["NOT_REACHED", 1, 1, null], // it was counted with the first resolution
    ["NOT_REACHED", 2, 1, "NOT_REACHED"],
  ])("%s of round %i resolves a case reopened %i times with %s", (state, round, reopenCount, outcome) => {
    expect(mediationOutcome({ reopenCount }, state && { state, round })).toBe(outcome);
  });
});

it("mediation is free", () => {
  expect(whyNotBill("MEDIATION")).toMatchObject({ code: "MEDIATION_FREE" });
  expect(whyNotBill("WORK")).toBeNull();
});

describe("the log", () => {
  it("C38: no event carries a word of what was said", () => {
    const story = agreed().does(li, "2024-06-27", perform("repair")).does(li, "2024-07-03", (m, c, f) => decideReturnVisit(m, c, { visitId: "v", partyKey: null, words: "不漏了" }, f));
    const log = JSON.stringify(story.history.map(({ payload }) => payload));
    for (const word of ["渗水", "防水层", "谁来修", "维修", "1800", "粉刷", "不漏"]) expect(log).not.toContain(word);
    const kept = story.history.flatMap(({ texts = [] }) => texts.map(({ kind, text }) => `${kind} ${text}`));
    expect(kept).toEqual(["STATEMENT 墙上渗水", "STATEMENT 墙上渗水", "FACTS 防水层老化", "ISSUES 谁来修，谁来赔", "TERM 维修防水层", "TERM 支付1800.00元", "TERM 粉刷墙面", "VISIT 不漏了"]);
    expect(JSON.stringify(story.mediation)).not.toMatch(/渗水|防水层|1800/);
  });
  it("begins with its opening", () => {
    expect(() => foldMediation([])).toThrow(TypeError);
    expect(() => evolveMediation(null, { ...(agreed().history[1] as ReturnType<typeof agreed>["history"][number]) })).toThrow(TypeError);
  });
  it("says whom the program stands for: what follows by itself has no actor", () => {
    expect(agreed().history.filter(({ actorId }) => actorId === null).map(({ type }) => type)).toEqual(["AGREEMENT_TOOK_EFFECT"]);
    expect(agreed().does(chen, "2024-06-20", perform("repair")).history.at(-1)).toMatchObject({ type: "TERM_PERFORMED", actorId: "chen" });
  });
});
