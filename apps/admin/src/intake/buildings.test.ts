import { expect, test } from "vitest";
import { findKept, initialsOf } from "./buildings.ts";
import type { Building } from "./intake-documents.ts";

test.each([
  ["caojiaxiang", "cjx"],
  ["tianhougongxiaoqu2haolou", "thgxq2hl"],
  ["xilinjie25hao", "xlj25h"],
  ["guohuojie10hao", "ghj10h"],
  ["longmenxiaoqu", "lmxq"],
  ["danannmenxincun", "dnmxc"],
])("the initials of %s are %s", (pinyin, initials) => {
  expect(initialsOf(pinyin)).toBe(initials);
});

test("kept buildings are found by address, pinyin and initials; nothing typed finds nothing", () => {
  const building = (id: string, address: string, pinyin: string): Building => ({ id, address, pinyin, gridCode: "340802001007003", compoundName: null, units: [] });
  const kept = [building("1", "曹家巷小区3号楼", "caojiaxiangxiaoqu3haolou"), building("2", "锡麟街25号", "xilinjie25hao")];
  const ids = (text: string) => findKept(kept, text).map(({ id }) => id);
  expect([ids("曹家"), ids("caojia"), ids("CJX"), ids("cjxxq3"), ids("25"), ids("xlj")]).toEqual([["1"], ["1"], ["1"], ["1"], ["2"], ["2"]]);
  expect([ids(""), ids("  "), ids("zzz")]).toEqual([[], [], []]);
});
