import { expect, it } from "vitest";
import { dailyLimitProblem, defaultDailyLimits as limits } from "./daily-limit.ts";
import type { Role, Viewer } from "../people/roles.ts";

const viewer = (...roles: Role[]): Viewer => ({
  personId: "p",
  assignments: roles.map((role) => ({ personId: "p", role, area: "340802001007", buildingId: null, departmentId: null, from: "2024-01-01", to: null })),
});
const problem = (byPerson: number, fromAddress: number, ...roles: Role[]) => dailyLimitProblem({ byPerson, fromAddress }, limits, viewer(...roles))?.data ?? null;

it("C47: a worker records 200 cases a day, a proxy 30, one address 1,000, and not one more", () => {
  expect([problem(200, 1, "CLERK"), problem(30, 1, "PROXY"), problem(1, 1000, "CLERK")]).toEqual([null, null, null]);
  expect([problem(201, 1, "CLERK"), problem(31, 1, "PROXY"), problem(1, 1001, "CLERK")]).toEqual([{ limit: 200 }, { limit: 30 }, { limit: 1000 }]);
});

it("C47: whoever is more than a proxy has a worker's limit", () => {
  expect([problem(31, 1, "PROXY", "GRID_MEMBER"), problem(201, 1, "PROXY", "GRID_MEMBER")]).toEqual([null, { limit: 200 }]);
});

it("C47: a key of another system has a limit of its own, and its address none", () => {
  const key = { ...viewer("KEY"), key: { write: true, personalData: false } };
  const of = (byPerson: number, fromAddress: number) => dailyLimitProblem({ byPerson, fromAddress }, limits, key)?.data ?? null;
  expect([of(5000, 9000), of(5001, 1)]).toEqual([null, { limit: 5000 }]);
});
