import { describe, expect, it } from "vitest";
import { decideSupervise, type SuperviseInput } from "./supervise.ts";
import { acceptedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

const story = () => acceptedCase("2024-06-03 10:00", people.member003);
const dispute = () => acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak" }, { parties: ["lou", "sun"] });
const supervise = (input: SuperviseInput) => (c: Parameters<typeof decideSupervise>[0], facts: Parameters<typeof decideSupervise>[2]) => decideSupervise(c, input, facts);
const no = (who: Viewer, input: SuperviseInput, on = story()) => on.tries(who, "2024-06-04 09:00", supervise(input));

describe("督办", () => {
  it("puts an officer's eye on the case and leaves the case alone", () => {
    const one = story();
    const before = one.case;
    one.does(people.streetOfficer, "2024-06-04 09:00", supervise({ words: "三天内去看", replyDueOn: "2024-06-06" }));
    const event = one.history.at(-1);
    expect(event).toMatchObject({ type: "SUPERVISED", payload: { replyDueOn: "2024-06-06" }, words: "三天内去看", actorId: "streetOfficer" });
    expect(event).not.toHaveProperty("due");
    const { supervised, supervisions, version, ...rest } = one.case;
    expect({ supervised, supervisions }).toEqual({ supervised: true, supervisions: [{ at: "2024-06-04T01:00:00.000Z", by: "streetOfficer", replyDueOn: "2024-06-06" }] });
    expect({ ...rest, supervised: false, supervisions: [], version: version - 1 }).toEqual(before);
  });
  it("keeps the words apart: neither the payload nor the case has them", () => {
    const one = story().does(people.districtOfficer, "2024-06-04 09:00", supervise({ words: "WORDS" }));
    expect(JSON.stringify([one.case, one.history.map(({ payload }) => payload)])).not.toContain("WORDS");
  });
  it("as often as it is needed, at any level, by street and district only", () => {
    const one = story();
    one.does(people.streetOfficer, "2024-06-04 09:00", supervise({ words: "一" })).does(people.districtOfficer, "2024-06-04 10:00", supervise({ words: "二" }));
    expect(one.case.supervisions.map(({ by }) => by)).toEqual(["streetOfficer", "districtOfficer"]);
    for (const who of [people.chen, people.zhou, people.li, people.member003]) expect(no(who, { words: "x" })).toMatchObject({ code: "FORBIDDEN_ROLE", data: { action: "supervise" } });
    for (const who of [people.admin, people.housing, people.viewer("x", people.right("STREET_OFFICER", "340802002"))]) expect(no(who, { words: "x" })).toMatchObject({ code: "NOT_FOUND" });
  });
  it("needs words, and a day that is not over", () => {
    expect(no(people.streetOfficer, { words: " " })).toMatchObject({ code: "TEXT_REQUIRED", path: "words" });
    expect(no(people.streetOfficer, { words: "x", replyDueOn: "2024-06-03" })).toMatchObject({ code: "REPLY_DUE_PAST", path: "replyDueOn" });
    expect(no(people.streetOfficer, { words: "x", replyDueOn: "2024-06-31" })).toMatchObject({ code: "DATE_INVALID", path: "replyDueOn" });
    expect(no(people.streetOfficer, { words: "x", replyDueOn: "2024-06-04" })).toBeNull();
  });
  it("C38: does not open a dispute: an officer supervises it once it was referred up to him", () => {
    expect(no(people.streetOfficer, { words: "x" }, dispute())).toMatchObject({ code: "CONFIDENTIAL" });
    const referred = { ...dispute().case, level: "STREET" as const };
    const facts = { viewer: people.streetOfficer, at: referred.movedAt, now: referred.movedAt } as Parameters<typeof decideSupervise>[2];
    expect(decideSupervise(referred, { words: "x" }, facts)).toMatchObject([{ type: "SUPERVISED" }]);
    expect(decideSupervise(referred, { words: "x" }, { ...facts, viewer: people.districtOfficer })).toMatchObject({ code: "CONFIDENTIAL" });
  });
});
