import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlipCode, printedSlipCode, readSlipCode, seesSlipCode, slipAlphabet, slipCode, slipLength } from "./slip-code.ts";
import type { Viewer } from "../people/roles.ts";
import { acceptedCase, collectedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";

const throws = fc.array(fc.nat(), { minLength: slipLength, maxLength: slipLength });
const codes = throws.map((all) => {
  let i = 0;
  return slipCode((limit) => (all[i++] ?? 0) % limit);
});

describe("the code of a slip", () => {
  it("has ten signs, none of which looks like another", () => {
    expect(slipLength).toBe(10);
    expect(new Set(slipAlphabet).size).toBe(slipAlphabet.length);
    for (const alike of ["0OQ", "1IL", "2Z", "5S", "8B", "UV"]) expect([...alike].filter((sign) => slipAlphabet.includes(sign))).toEqual([]);
    fc.assert(fc.property(codes, (code) => isSlipCode(code)));
  });

  it("uses every sign, and every one of its places", () => {
    const highest = slipCode((limit) => limit - 1);
    expect(highest).toBe("Y".repeat(10));
    expect(slipCode(() => 0)).toBe("3".repeat(10));
    let n = 0;
    expect(new Set(Array.from({ length: 3 }, () => slipCode((limit) => n++ % limit)).join("")).size).toBe(slipAlphabet.length);
  });

  it("is read back from print, in small letters, with spaces, dashes, and in full width", () => {
    fc.assert(
      fc.property(codes, fc.constantFrom("", "-", " ", " - "), (code, between) => {
        expect(readSlipCode(printedSlipCode(code))).toBe(code);
        expect(readSlipCode(` ${code.toLowerCase().split("").join(between)} `)).toBe(code);
      }),
    );
    expect(readSlipCode("ＫＴＭ３ＰＴ９ＸＣＡ")).toBe("KTM3PT9XCA");
  });

  it.each(["", "K7M3PT9XC", "K7M3PT9XCAA", "K7M3PT9XC0", "K7M3PT9XCO", "楼某某楼某某楼某某楼"])("is not %o", (text) => {
    expect(readSlipCode(text)).toBeNull();
  });
});

describe("who sees it", () => {
  const sees = (viewer: Viewer, c = acceptedCase("2024-03-04 10:00", people.member003).case): boolean => seesSlipCode(viewer, c, { recordedBy: "zhang" });
  it("who wrote it down, and who may call the reporter back", () => {
    expect([people.zhang, people.li, people.zhou, people.deputy, people.chen].map((who) => [who.personId, sees(who)])).toEqual([
      ["zhang", true], ["li", true], ["zhou", true], ["deputy", true], ["chen", true],
    ]);
  });
  it("nobody who ever led the case: with it he could answer his own call-back", () => {
    expect(sees(people.member003)).toBe(false);
    const own = acceptedCase("2024-03-04 10:00", people.li).case;
    expect(sees(people.li, own)).toBe(false);
    expect(sees(people.member003, own)).toBe(true);
    expect(seesSlipCode(people.li, own, { recordedBy: people.li.personId })).toBe(false);
  });
  it("nobody elsewhere, and of a dispute nobody who sees it masked", () => {
    expect([people.wang, people.stranger, people.admin].map((who) => sees(who))).toEqual([false, false, false]);
    const dispute = collectedCase("2024-03-04 10:00", { kind: "DISPUTE", category: "disputes.leak" }).case;
    expect([sees(people.member003, dispute), sees(people.li, dispute)]).toEqual([false, true]);
  });
});
