import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personalDataIn, redact } from "./redact.ts";

const names = ["楼海珍", "孙某", "张伟", "张伟民", "欧阳锋"];

describe("what must not hang on a wall", () => {
  it.each([
    ["楼海珍反映下水道堵了", "楼某反映下水道堵了"],
    ["请打13800138000找我", "请打138****8000找我"],
    ["手机 138-0013-8000，+86 13900139000", "手机 138****8000，139****9000"],
    ["电话１３８００１３８０００", "电话138****8000"],
    ["身份证340802196001011234和34080219600101123X", "身份证***和***"],
    ["3单元302漏水，4单元502室也漏", "3单元***漏水，4单元***也漏"],
    ["502室和1-201", "***室和***"],
    ["张伟民和张伟", "张某和张某"],
    ["欧阳锋家", "欧阳某家"],
  ])("%s → %s", (text, masked) => {
    expect(redact(text, names)).toBe(masked);
  });

  it.each([
    "锡麟街25号3单元下水道改造，预算18,500.00元",
    "2024年3月18日至25日公示，共5个工作日",
    "社区值班电话0556-5123456",
    "编号340802001007-2024-0012",
    "晾衣架5组，架高2-3米，间距1-2米",
    "楼某、138****8000",
  ])("and what may: %s", (text) => {
    expect(personalDataIn(text, names)).toEqual([]);
  });

  it("is told by kind and place, a name as often as it stands there", () => {
    expect(personalDataIn("张伟民说张伟的电话是13800138000", names)).toEqual([
      { kind: "NAME", from: 0, to: 3, instead: "张某" },
      { kind: "NAME", from: 4, to: 6, instead: "张某" },
      { kind: "PHONE", from: 10, to: 21, instead: "138****8000" },
    ]);
  });

  const piece = fc.constantFrom(...names, "13800138000", "１３９００１３９０００", "340802196001011234", "3单元302室", "1-201", "，", "收费", "5", " ", "组", "-");
  it("is gone after redacting, whatever stands next to what; and redacting twice changes nothing", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = redact(pieces.join(""), names);
        expect(personalDataIn(once, names)).toEqual([]);
        expect(redact(once, names)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
