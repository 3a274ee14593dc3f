import type { Role } from "@bandeng/domain";
import { expect, test } from "vitest";
import { homeOf } from "./home.ts";

const holding = (...roles: Role[]) => ({ roles: roles.map((role) => ({ role, areaCode: "340802001007003", areaName: "曹家巷网格", buildingId: null })) });

test.each<[string, Role[], "/" | "/work"]>([
  ["a grid member", ["GRID_MEMBER"], "/work"],
  ["a building head", ["BUILDING_HEAD"], "/work"],
  ["a proxy", ["PROXY"], "/work"],
  ["a grid member who is a proxy besides", ["GRID_MEMBER", "PROXY"], "/work"],
  ["a grid head", ["GRID_HEAD"], "/"],
  ["a grid member who is a clerk besides", ["GRID_MEMBER", "CLERK"], "/"],
  ["somebody without a role", [], "/"],
])("%s with a phone lands on the right page, and everybody at a desk on the board", (_who, roles, onPhone) => {
  expect(homeOf(holding(...roles), true)).toBe(onPhone);
  expect(homeOf(holding(...roles), false)).toBe("/");
});
