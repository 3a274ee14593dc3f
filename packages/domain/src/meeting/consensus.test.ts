import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Stance } from "./agenda-item.ts";
import { consensus, consensusRules, tallyOf, type Ballot, type ConsensusRule } from "./consensus.ts";

/** `F` for, `A` accept, `X` against, `.` nothing; one letter a household, h1 first. */
const letters: Record<string, Stance> = { F: "FOR", A: "ACCEPT", X: "AGAINST" };

/** Households h1 … are all here; `affected` more than that stayed at home. `indirect` ones are concerned less. */
function ballot(options: Record<string, string>, { affected, indirect = "", areas = [] }: { affected?: number; indirect?: string; areas?: readonly number[] } = {}): Ballot {
  const size = Math.max(0, ...Object.values(options).map((row) => row.length));
  const id = (i: number): string => `h${i + 1}`;
  return {
    optionIds: Object.keys(options),
    affected: Array.from({ length: affected ?? size }, (_, i) => ({ householdId: id(i), areaCm2: areas[i] ?? 600_000, direct: indirect[i] !== "i" })),
    present: Array.from({ length: size }, (_, i) => id(i)),
    positions: Object.entries(options).flatMap(([optionId, row]) => [...row].flatMap((letter, i) => (letters[letter] ? [{ householdId: id(i), optionId, stance: letters[letter] }] : []))),
  };
}

const outcome = (rule: ConsensusRule, options: Record<string, string>, more?: Parameters<typeof ballot>[1]): string => {
  const result = consensus(rule, ballot(options, more));
  return result.reached ?? result.why;
};

describe("最大公约数, worked out by hand", () => {
  test.each<[string, Record<string, string>, string]>([
    ["S1: eight for the racks, one can accept them", { fines: "XX.......", racks: "FFFFFFFFA", leave: "........." }, "racks"],
    ["an option needs more than half of those present", { a: "FF.." }, "NO_MAJORITY"],
    ["… and one more is enough", { a: "FFA." }, "a"],
    ["accepting alone is nobody's wish", { a: "AAAA" }, "NO_OPTION"],
    ["nobody wants anything", { a: "...." }, "NO_OPTION"],
    ["free of AGAINST comes before more FOR", { loud: "FFFX", quiet: "FAAA" }, "quiet"],
    ["of two that are free the most FOR", { a: "FFA.", b: "FAA." }, "a"],
    ["then the most ACCEPT", { a: "FFA.", b: "FFAA" }, "b"],
    ["equal on all counts: not reached", { a: "FFA.", b: "FFA." }, "TIE"],
    ["contested by one of three: two thirds carry it", { a: "FFX" }, "a"],
    ["contested by two of five: less than two thirds", { a: "FFAXX" }, "CONTESTED"],
    ["the fewest against, of those that carry two thirds", { a: "FFFFXX", b: "FFFFFX" }, "b"],
    ["contested by one of six: two thirds exactly", { a: "FFFF.X", b: "FFFX.." }, "a"],
    ["the fewest against does not carry two thirds: the next one is not asked", { a: "FFFF..X", b: "FFFFFXX" }, "CONTESTED"],
    ["two contested equally: a tie", { a: "FFFX", b: "FFFX" }, "TIE"],
    ["two contested equally: more FOR decides", { a: "FFAX", b: "FFFX" }, "b"],
  ])("%s", (_, options, expected) => {
    expect(outcome("WIDEST_AGREEMENT", options)).toBe(expected);
  });

  it("an AGAINST of a household that is not directly concerned does not stand in the way, and still is no agreement", () => {
    expect(outcome("WIDEST_AGREEMENT", { a: "FFFX", b: "AAAF" }, { indirect: "...i" })).toBe("a");
    expect(outcome("WIDEST_AGREEMENT", { a: "FFXX" }, { indirect: "..ii" })).toBe("NO_MAJORITY");
  });
});

describe("the majority of households present", () => {
  test.each<[Record<string, string>, string]>([
    [{ a: "FF.." }, "NO_MAJORITY"],
    [{ a: "FFA." }, "a"],
    [{ a: "AAA." }, "a"],
    [{ a: "FFFXX" }, "a"],
    [{ a: "FFAXX", b: "FAAXX" }, "a"],
    [{ a: "FFA", b: "FFA" }, "TIE"],
    [{ a: "XXX" }, "NO_OPTION"],
  ])("%j → %s", (options, expected) => {
    expect(outcome("MAJORITY", options)).toBe(expected);
  });
});

describe("Civil Code, art. 278", () => {
  const half = "CIVIL_CODE_278_HALF";
  const quarters = "CIVIL_CODE_278_THREE_QUARTERS";
  test.each<[string, ConsensusRule, Record<string, string>, Parameters<typeof ballot>[1], string]>([
    ["two thirds by head and area take part: 4 of 6", half, { a: "FFFX" }, { affected: 6 }, "a"],
    ["3 of 5 is not two thirds", half, { a: "FFF" }, { affected: 5 }, "TURNOUT"],
    ["being present is not taking part", half, { a: "FFF..." }, { affected: 6 }, "TURNOUT"],
    ["two thirds of the heads with little area are not enough", half, { a: "FFFF" }, { affected: 6, areas: [1, 1, 1, 1, 9, 9] }, "TURNOUT"],
    ["exactly two thirds of the area are", half, { a: "FFFF" }, { affected: 6, areas: [3, 3, 3, 3, 3, 3] }, "a"],
    ["half of those who take part is not more than half", half, { a: "FFXX" }, {}, "NO_MAJORITY"],
    ["more than half by head, not by area", half, { a: "FFX" }, { areas: [100, 100, 200] }, "NO_MAJORITY"],
    ["more than half by head, and by one square centimetre", half, { a: "FFX" }, { areas: [100, 101, 200] }, "a"],
    ["accepting is agreeing", half, { a: "AAAX" }, {}, "a"],
    ["three quarters exactly", quarters, { a: "FFFX" }, {}, "a"],
    ["three quarters by head, not by area", quarters, { a: "FFFX" }, { areas: [100, 100, 99, 100] }, "NO_MAJORITY"],
    ["two of three are not three quarters", quarters, { a: "FFX" }, {}, "NO_MAJORITY"],
    ["who speaks to another option takes part", half, { a: "FFF.", b: "...F" }, {}, "a"],
    ["nobody takes part", half, { a: "..." }, {}, "NO_OPTION"],
    ["two options with more than half, equal", half, { a: "FFA", b: "FFA" }, {}, "TIE"],
  ])("%s", (_, rule, options, more, expected) => {
    expect(outcome(rule, options, more)).toBe(expected);
  });

  it("areas of a whole compound stay exact", () => {
    const homes = 5000;
    const large = ballot({ a: "F".repeat(homes) }, { areas: Array.from({ length: homes }, () => 1_999_999) });
    expect(tallyOf(large)).toMatchObject({ affectedCm2: 9_999_995_000, takePartCm2: 9_999_995_000 });
    expect(consensus("CIVIL_CODE_278_HALF", large).reached).toBe("a");
  });
});

/** Ballots with strangers, contradictions and doubles in them. */
const anyBallot = fc
  .record({
    affected: fc.uniqueArray(fc.record({ householdId: fc.constantFrom("h1", "h2", "h3", "h4", "h5", "h6"), areaCm2: fc.integer({ min: 1, max: 3_000_000 }), direct: fc.boolean() }), { selector: (a) => a.householdId }),
    present: fc.uniqueArray(fc.constantFrom("h1", "h2", "h3", "h4", "h5", "h6", "stranger")),
    optionIds: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
    positions: fc.array(fc.record({ householdId: fc.constantFrom("h1", "h2", "h3", "h4", "h5", "h6", "stranger"), optionId: fc.constantFrom("a", "b", "c", "gone"), stance: fc.constantFrom<Stance>("FOR", "ACCEPT", "AGAINST") }), { maxLength: 24 }),
  })
  .map((b): Ballot => b);
const anyRule = fc.constantFrom(...consensusRules);

describe("for all ballots", () => {
  it("no order of households, options or positions changes the outcome", () => {
    const shuffledTwice = anyBallot.chain((b) =>
      fc.record({
        b: fc.constant(b),
        other: fc.record({
          affected: fc.shuffledSubarray([...b.affected], { minLength: b.affected.length }), present: fc.shuffledSubarray([...b.present], { minLength: b.present.length }),
          optionIds: fc.shuffledSubarray([...b.optionIds], { minLength: b.optionIds.length }), positions: fc.shuffledSubarray([...b.positions], { minLength: b.positions.length }),
        }),
      }),
    );
    const bare = (rule: ConsensusRule, b: Ballot) => {
      const result = consensus(rule, b);
      return result.reached ?? result.why;
    };
    fc.assert(
      fc.property(anyRule, shuffledTwice, (rule, { b, other }) => {
        expect(bare(rule, other)).toBe(bare(rule, b));
      }),
    );
  });

  it("one household has one voice: saying it again changes nothing, and no option has more voices than households present", () => {
    fc.assert(
      fc.property(anyRule, anyBallot, (rule, b) => {
        expect(consensus(rule, { ...b, positions: [...b.positions, ...b.positions] })).toEqual(consensus(rule, b));
        const tally = tallyOf(b);
        for (const o of tally.options) expect(o.for + o.accept + o.against).toBeLessThanOrEqual(tally.present);
        expect(tally.takePart).toBeLessThanOrEqual(tally.present);
      }),
    );
  });

  it("whoever is not concerned, or not there, never counts", () => {
    fc.assert(
      fc.property(anyRule, anyBallot, (rule, b) => {
        const counted = new Set(b.affected.map((a) => a.householdId).filter((id) => b.present.includes(id)));
        expect(consensus(rule, { ...b, positions: b.positions.filter((p) => counted.has(p.householdId)) })).toEqual(consensus(rule, b));
      }),
    );
  });

  it("an option that is reached has the share its rule wants; what is not reached says why", () => {
    fc.assert(
      fc.property(anyRule, anyBallot, (rule, b) => {
        const { reached, tally, ...rest } = consensus(rule, b);
        const chosen = tally.options.find((o) => o.optionId === reached);
        expect("why" in rest).toBe(chosen === undefined);
        const base = rule === "WIDEST_AGREEMENT" || rule === "MAJORITY" ? tally.present : tally.takePart;
        if (chosen) expect((chosen.for + chosen.accept) * 2).toBeGreaterThan(base);
      }),
    );
  });

  it("one more household for what was reached does not turn it down", () => {
    fc.assert(
      fc.property(fc.constantFrom<ConsensusRule>("WIDEST_AGREEMENT", "MAJORITY"), anyBallot, (rule, b) => {
        const { reached } = consensus(rule, b);
        fc.pre(reached !== null);
        const more = { ...b, affected: [...b.affected, { householdId: "h9", areaCm2: 600_000, direct: true }], present: [...b.present, "h9"], positions: [...b.positions, { householdId: "h9", optionId: reached as string, stance: "FOR" as const }] };
        expect(consensus(rule, more).reached).toBe(reached);
      }),
    );
  });
});
