import type { Step } from "./whole-life.ts";
import type { TestCommunity } from "../testing/community.ts";
import { disputeAtCommunity, heard, lookAt, mediated, mediationVersion, opened, type ShownMediation } from "../testing/mediations.ts";

/** The mutations on mediations, each taking effect once. Clerk and secretary mediate themselves here. */
export function mediationLife(api: TestCommunity): readonly Step[] {
  const { people } = api;
  let id = "";
  const on = async (more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => ({ input: { id, expectedVersion: await mediationVersion(api, id), ...more } });
  const shown = async (): Promise<ShownMediation> => (await lookAt(api, "zhou", id)) as ShownMediation;
  const dispute = async (): Promise<string> => disputeAtCommunity(api, await api.resident("孙长贵"), await api.resident("赵立德"));
  const anew = async (consented = true): Promise<ShownMediation> => {
    const m = await opened(api, "zhou", await dispute(), [people.zhou, people.chen], { consented });
    ({ id } = m);
    return m;
  };
  const term = async (): Promise<Record<string, unknown>> => ({ id: "t1", what: "维修防水层", by: (await shown()).parties[1]?.key, dueOn: "2024-05-31" });
  const step = (mutation: string, prepare: Step["prepare"], as: Step["as"] = "zhou"): Step => ({ as, mutation, prepare });
  return [
    step("openMediation", async () => {
      const caseId = await dispute();
      const { rows } = await api.pool.query("select version, state -> 'parties' as parties from cases where id = $1", [caseId]);
      const partyKeys = rows[0].parties.map(({ personId }: { personId: string }) => `person:${personId}`);
      return { input: { id: caseId, expectedVersion: rows[0].version, partyKeys, mediatorIds: [people.zhou], consented: true } };
    }),
    step("recordConsent", async () => {
      await anew(false);
      return on();
    }),
    step("extendMediation", async () => on({ until: "2024-05-31", partyKeys: (await shown()).parties.map(({ key }) => key) })),
    step("nameMediator", () => on({ personId: people.li })),
    step("removeMediator", () => on({ personId: people.chen })),
    step("hearParty", async () => on({ partyKey: (await shown()).parties[0]?.key, words: "天花板滴水" })),
    step("establishFacts", () => on({ facts: "防水层老化", issues: "谁来修" })),
    step("agreeTerms", async () => {
      await heard(api, "zhou", await shown());
      return on({ terms: [await term()] });
    }),
    step("signAgreement", async () => on({ signer: "PARTY", key: (await shown()).parties[0]?.key, kind: "FINGERPRINT" })),
    step("sealAgreement", async () => {
      await mediated(api, "zhou", "signAgreement", id, { signer: "PARTY", key: (await shown()).parties[1]?.key });
      await mediated(api, "zhou", "signAgreement", id, { signer: "MEDIATOR", key: people.zhou });
      return on();
    }),
    step("applyForConfirmation", () => on()),
    step("recordConfirmation", () => on()),
    step("performTerm", () => on({ termId: "t1" })),
    step("recordReturnVisit", async () => on({ partyKey: (await shown()).parties[0]?.key, words: "不漏了" }), "li"),
    step("recordOralAgreement", async () => {
      const m = await anew();
      await heard(api, "zhou", m);
      return on({ record: "双方握手言和", terms: [await term()] });
    }),
    step("endMediation", async () => {
      const m = await anew();
      await heard(api, "zhou", m);
      return on({ cause: "NOT_AGREED", reason: "谈不拢", rightToSueNoticed: true });
    }),
  ];
}
