import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evolveCouncil, recordCouncil } from "./evolve-council.ts";
import { canConvene, convenedAreas, councilCategories, hasCouncil, type Council, type CouncilMember } from "./council.ts";
import { decideEndCouncil } from "./end-council.ts";
import { decideSetCouncil, type SetCouncilInput } from "./set-council.ts";
import { whyNot } from "../case/why-not.ts";
import { inForce, type Viewer } from "../people/roles.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";
import { peopleFacts, today } from "../testing/roles.ts";

const members = (...names: string[]): CouncilMember[] => names.map((personId, i) => ({ personId, category: councilCategories[i % 3] ?? "OTHER", from: "2024-01-01", to: null }));
const input: SetCouncilInput = { areaCode: people.grid003, name: "曹家巷小板凳议事团", convenerId: "councillor", members: members("ni", "shi", "lu"), from: "2024-01-01", to: null };
const held = people.councillor.assignments;

function set(more: Partial<SetCouncilInput> = {}, { viewer = people.zhou, others = [] as { from: string; to: string | null }[], convener = held, current = null as Council | null } = {}) {
  const decided = decideSetCouncil(current, { ...input, ...more }, others, convener, peopleFacts(viewer));
  return isRefusal(decided) ? decided.code : decided.type;
}

const facts = { viewer: people.zhou, now: "2024-06-03T02:00:00.000Z" };
const { council } = recordCouncil(null, "k-1", { type: "COUNCIL_SET", payload: { areaCode: people.grid003, convenerId: "councillor", members: input.members, from: input.from, to: null } }, facts);

describe("setting a council up", () => {
  it("keeps ids, categories and days in the event, and no name", () => {
    const decided = decideSetCouncil(null, input, [], held, peopleFacts(people.zhou));
    expect(decided).toEqual({ type: "COUNCIL_SET", payload: { areaCode: people.grid003, convenerId: "councillor", members: input.members, from: "2024-01-01", to: null } });
    expect(JSON.stringify(decided)).not.toContain(input.name);
  });

  it("is done by clerk, secretary and deputy of the community, by nobody else", () => {
    for (const viewer of [people.zhou, people.chen, people.deputy]) expect(set({}, { viewer })).toBe("COUNCIL_SET");
    for (const viewer of [people.li, people.councillor, people.streetOfficer, people.admin, people.stranger]) expect(set({}, { viewer })).toBe("FORBIDDEN_RIGHT");
    expect(set({ areaCode: "340802001008001" })).toBe("FORBIDDEN_RIGHT");
  });

  it("stands for a grid or a community, and stays there", () => {
    expect(set({ areaCode: people.community })).toBe("COUNCIL_SET");
    expect(set({ areaCode: `${people.community}000` })).toBe("COUNCIL_AREA_WRONG");
    expect(hasCouncil(people.street)).toBe(false);
    expect(set({ areaCode: people.grid005 }, { current: council, convener: people.wang.assignments })).toBe("COUNCIL_AREA_WRONG");
  });

  it("has a convener with a role in that scope", () => {
    expect(set({}, { convener: people.zhou.assignments })).toBe("COUNCIL_SET");
    expect(set({ areaCode: people.community }, { convener: people.wang.assignments })).toBe("COUNCIL_SET");
    for (const convener of [people.wang.assignments, people.streetOfficer.assignments, people.admin.assignments, []]) expect(set({}, { convener })).toBe("COUNCIL_CONVENER_ROLE");
  });

  it("is one at a time for an area", () => {
    expect(set({}, { others: [{ from: "2023-01-01", to: "2023-12-31" }] })).toBe("COUNCIL_SET");
    expect(set({}, { others: [{ from: "2023-01-01", to: "2024-01-01" }] })).toBe("COUNCIL_OVERLAPS");
    expect(set({ to: "2024-12-31" }, { others: [{ from: "2025-01-01", to: null }] })).toBe("COUNCIL_SET");
    expect(set({}, { others: [{ from: "2025-01-01", to: null }] })).toBe("COUNCIL_OVERLAPS");
  });

  it("has 3 to 30 members, nobody twice on one day, each within its term", () => {
    expect(set({ members: members("ni", "shi") })).toBe("COUNCIL_SIZE");
    expect(set({ members: members(...Array.from({ length: 31 }, (_, i) => `m${i}`)) })).toBe("COUNCIL_SIZE");
    expect(set({ members: members("ni", "shi", "ni") })).toBe("COUNCIL_PERSON_TWICE");
    const again = [...members("shi", "lu"), { personId: "ni", category: "OTHER" as const, from: "2024-01-01", to: "2024-02-01" }, { personId: "ni", category: "PROPERTY" as const, from: "2024-02-02", to: null }];
    expect(set({ members: again })).toBe("COUNCIL_SET");
    const one = (from: string, to: string | null) => [...members("shi", "lu"), { personId: "ni", category: "OTHER" as const, from, to }];
    expect(set({ members: one("2023-12-31", null) })).toBe("COUNCIL_MEMBER_TERM");
    expect(set({ to: "2024-12-31", members: one("2024-03-01", "2025-01-01") })).toBe("COUNCIL_MEMBER_TERM");
    expect(set({ members: one("2024-03-02", "2024-03-01") })).toBe("PERIOD_REVERSED");
    expect(set({ members: one("2024-02-30", null) })).toBe("DATE_INVALID");
  });

  it("has a name and days that exist", () => {
    expect(set({ name: "  " })).toBe("TEXT_REQUIRED");
    expect(set({ name: "长".repeat(61) })).toBe("TEXT_TOO_LONG");
    expect(set({ from: "2024-02-30" })).toBe("DATE_INVALID");
    expect(set({ to: "2023-12-31" })).toBe("PERIOD_REVERSED");
  });

  it("leaves one that is over as it was", () => {
    expect(set({}, { current: { ...council, to: "2024-06-02" } })).toBe("COUNCIL_OVER");
    expect(set({}, { current: { ...council, to: today } })).toBe("COUNCIL_SET");
  });
});

describe("ending a council", () => {
  const end = (lastDay: string, one: Council = council, viewer: Viewer = people.zhou) => {
    const decided = decideEndCouncil(one, { lastDay }, peopleFacts(viewer));
    return isRefusal(decided) ? decided.code : evolveCouncil(one, { councilId: one.id, seq: one.version + 1, ...decided }).to;
  };

  it("gives it a last day, yesterday at the earliest, and shortens only", () => {
    expect(end("2024-06-02")).toBe("2024-06-02");
    expect(end("2024-12-31")).toBe("2024-12-31");
    expect(end("2024-06-01")).toBe("END_IN_PAST");
    expect(end("2024-12-31", { ...council, to: "2024-12-31" })).toBe("ENDED_ALREADY");
    expect(end("2024-12-31", { ...council, from: "2025-01-01" })).toBe("PERIOD_REVERSED");
    expect(end("2024-12-31", council, people.li)).toBe("FORBIDDEN_RIGHT");
  });
});

describe("convening", () => {
  const days = fc.integer({ min: 0, max: 365 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));

  it("holds on the days of the council, for its convener alone, while he holds a role there", () => {
    fc.assert(
      fc.property(days, fc.option(days, { nil: null }), days, fc.constantFrom("councillor", "someone"), fc.boolean(), (from, to, on, convenerId, serves) => {
        const viewer = serves ? people.councillor : { ...people.councillor, assignments: [] };
        const expected = convenerId === "councillor" && serves && inForce({ from, to }, on);
        expect(convenedAreas(viewer, [{ areaCode: people.grid003, convenerId, from, to }], on)).toEqual(expected ? [people.grid003] : []);
      }),
    );
  });

  it("lets somebody who leads nothing there deliberate a case of that grid, and nobody else", () => {
    const c = acceptedCase("2024-06-03 10:00", people.member003).case;
    const convener: Viewer = { ...people.councillor, convenes: [people.grid003] };
    expect(whyNot("deliberate", c, convener)).toBeNull();
    expect(whyNot("deliberate", c, people.councillor)?.code).toBe("FORBIDDEN_ROLE");
    expect(whyNot("deliberate", c, { ...people.councillor, convenes: [people.grid005] })?.code).toBe("FORBIDDEN_ROLE");
    expect(whyNot("deliberate", c, { ...people.member005, convenes: [people.grid003] })?.code).toBe("NOT_FOUND");
    expect(canConvene(people.member005.assignments, people.grid003)).toBe(false);
  });
});
