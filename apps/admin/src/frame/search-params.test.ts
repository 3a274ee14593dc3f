import { expect, test } from "vitest";
import { flagParam, listParam, numberParam, oneOfParam, parseSearch, present, someOfParam, stringifySearch, textParam } from "./search-params.ts";

test("a code of 15 digits and the words of a search come back as they went", () => {
  const search = { grid: ["340802001007001", "340802001007002"], q: "漏水 & 1=1?", overdue: true };
  const address = stringifySearch(search);
  expect(address).toBe("?grid=340802001007001&grid=340802001007002&q=%E6%BC%8F%E6%B0%B4+%26+1%3D1%3F&overdue=1");
  expect(parseSearch(address)).toEqual({ grid: search.grid, q: search.q, overdue: "1" });
});

test("what is off or empty does not stand in the address", () => {
  expect(stringifySearch({ q: "", overdue: false, grid: [], page: undefined, sort: null })).toBe("");
});

test("what does not belong is dropped", () => {
  const found = parseSearch("?kind=DISPUTE&kind=DRAGON&lane=lead&page=2&odd=-1&list=a&overdue=maybe&q=");
  expect(someOfParam(found, "kind", ["OPINION", "DISPUTE"])).toEqual(["DISPUTE"]);
  expect(oneOfParam(found, "lane", ["grid", "lead"])).toBe("lead");
  expect(oneOfParam(found, "lane", ["grid"])).toBeUndefined();
  expect(numberParam(found, "page")).toBe(2);
  expect(numberParam(found, "odd")).toBeUndefined();
  expect(listParam(found, "list")).toEqual(["a"]);
  expect(flagParam(found, "overdue")).toBeUndefined();
  expect(flagParam({ overdue: true }, "overdue")).toBe(true);
  expect(textParam(found, "q")).toBeUndefined();
  expect(present({ q: textParam(found, "q"), page: numberParam(found, "page") })).toEqual({ page: 2 });
});
