import { consensus, isRefusal } from "@bandeng/domain";
import { describe, expect, test } from "vitest";
import { homes, option, sampleItem, sampleRoom, seat, seatOf, shop, withItem, withSeats } from "../testing/sample-room.ts";
import { doorShort, outcomeNow, type Room, ruleItem, stanceOf, unheardOf, voicesOf } from "./room-model.ts";
import { knownPeople } from "./seat-roles.ts";
import { tallyNow } from "./tally-now.ts";

const everybody = [...homes, shop].map(seatOf);
const options = [option("dig", "开挖换管"), option("flush", "疏通了事")];
const talked = withItem(withSeats(sampleRoom(), everybody), { options } as never);
const item = (room: Room) => room.agenda[0] ?? sampleItem();
const tap = (who: string, optionId: string, stance: "FOR" | "ACCEPT" | "AGAINST") => ({ attendanceId: `a-${who}`, optionId, stance });
const codeOf = (room: Room, taps: Parameters<typeof outcomeNow>[2] = []) => {
  const outcome = outcomeNow(item(room), room, taps);
  return isRefusal(outcome) ? outcome.code : outcome.optionId;
};

describe("the outcome as the page counts it", () => {
  test("waits for quorum, then for those who were not invited on two days, then for voices", () => {
    expect(codeOf(sampleRoom())).toBe("NO_QUORUM");
    const three = withSeats(sampleRoom(), everybody.slice(0, 3));
    expect(outcomeNow(item(three), three)).toMatchObject({ code: "NOT_HEARD", data: { door: "锡麟街25号 3-202", missing: 2 } });
    expect(codeOf(talked)).toBe("NOT_REACHED");
  });

  test("counts what was tapped before the server has answered", () => {
    const taps = [tap("101", "dig", "FOR"), tap("102", "dig", "FOR"), tap("201", "dig", "ACCEPT")];
    expect(codeOf(talked, taps)).toBe("dig");
    expect(tallyNow(item(talked), talked, taps).options[0]).toMatchObject({ optionId: "dig", for: 2, accept: 1, against: 0 });
  });

  test("takes a tap in the place of what the same person thought before, once", () => {
    const stored = withItem(talked, { positions: ["101", "102", "201"].map((who) => ({ optionId: "dig", stance: "FOR" as const, reason: null, by: { id: `a-${who}` } })) } as never);
    expect(codeOf(stored)).toBe("dig");
    const changed = [tap("101", "dig", "AGAINST")];
    expect(tallyNow(item(stored), stored, changed).options[0]).toMatchObject({ for: 2, against: 1 });
    expect(codeOf(stored, changed)).toBe("NOT_REACHED");
    const against = withItem(talked, { positions: [{ optionId: "dig", stance: "AGAINST" as const, reason: null, by: { id: "a-101" } }] } as never);
    expect(tallyNow(item(against), against, [tap("101", "dig", "FOR")]).options[0]).toMatchObject({ for: 1, against: 0 });
  });

  test("is the domain's own word on the same ballot", () => {
    const taps = [tap("101", "dig", "FOR"), tap("102", "flush", "FOR"), tap("201", "dig", "ACCEPT"), tap("202", "dig", "FOR"), tap("铺2", "flush", "AGAINST")];
    const rule = ruleItem(item(talked), talked, taps);
    const ballot = {
      optionIds: rule.options.map(({ id }) => id), affected: rule.affected, present: rule.affected.map(({ householdId }) => householdId),
      positions: rule.positions.flatMap(({ householdId, optionId, stance }) => (householdId === null ? [] : [{ householdId, optionId, stance }])),
    };
    expect(outcomeNow(item(talked), talked, taps)).toMatchObject({ optionId: consensus("WIDEST_AGREEMENT", ballot).reached });
  });

  test("asks a dispute for what its parties say", () => {
    const parties = [{ person: { id: "p-sun", name: "孙某" } }, { person: { id: "p-zhao", name: "赵某" } }];
    const dispute = withItem(talked, { case: { ...item(talked).case, kind: "DISPUTE", parties } } as never);
    expect(codeOf(dispute, [tap("101", "dig", "FOR")])).toBe("PARTY_NOT_HEARD");
  });
});

describe("who speaks for a household", () => {
  test("is whoever took its first position, else who came first and is not recused", () => {
    const two = withSeats(sampleRoom(), [seatOf(homes[0] as never), seat("a-101b", { household: homes[0] as never })]);
    expect(voicesOf(item(two), two)[0]?.speaker?.id).toBe("a-101");
    const spoken = withItem(two, { positions: [{ optionId: "dig", stance: "FOR", reason: null, by: { id: "a-101b" } }] } as never);
    expect(voicesOf(item(spoken), spoken)[0]?.speaker?.id).toBe("a-101b");
    expect(stanceOf(voicesOf(item(spoken), spoken)[0] as never, "dig", item(spoken), [])).toBe("FOR");
    const recused = withItem(two, { recusals: [{ reason: "亲戚", by: { id: "a-101" } }, { reason: "亲戚", by: { id: "a-101b" } }] } as never);
    expect(voicesOf(item(recused), recused)[0]?.speaker).toBeNull();
  });

  test("stands in the order of doors, shops last", () => {
    expect(voicesOf(item(talked), talked).map(({ household }) => doorShort(household))).toEqual(["3-101", "3-102", "3-201", "3-202", "铺2"]);
  });
});

test("whoever came, or was invited on two days, has been heard", () => {
  const room = withSeats(sampleRoom(), everybody.slice(0, 1));
  const twice = withItem(room, { affected: item(room).affected.map((one) => (one.household.room === "102" ? { ...one, invitedOn: ["2024-05-06", "2024-05-07"] } : one)) } as never);
  expect(unheardOf(item(twice), true).map(({ household }) => household.room)).toEqual(["201", "202", "铺2"]);
  expect(unheardOf(item(twice), false)).toEqual([]);
});

test("known people are each there once, as what they are nearest to", () => {
  const person = (id: string) => ({ id, name: id });
  const people = knownPeople({
    parties: [{ person: person("sun") }],
    councils: [{ members: [{ category: "RETIRED_PARTY_MEMBER", inForce: true, person: person("ni") }, { category: "PROPERTY", inForce: false, person: person("gone") }] }],
    invited: [{ of: "EXPERT", subjectId: "meng", label: "孟律师" }, { of: "PERSON", subjectId: "li", label: "李网格长" }, { of: "DEPARTMENT", subjectId: "d", label: "区市政所" }],
    workers: [{ id: "li", name: "李网格长", roles: ["GRID_HEAD"] }, { id: "ni", name: "ni", roles: ["COUNCIL_MEMBER"] }, { id: "zhou", name: "小周", roles: ["CLERK"] }],
  });
  expect(people.map(({ personId, as }) => [personId, as])).toEqual([["sun", "RESIDENT"], ["meng", "EXPERT"], ["ni", "PARTY_MEMBER"], ["li", "GRID_HEAD"], ["zhou", "OTHER"]]);
});
