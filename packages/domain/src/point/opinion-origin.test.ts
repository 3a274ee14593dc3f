import { expect, it } from "vitest";
import { originProblem, type OpinionOrigin } from "./opinion-origin.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const nothing: OpinionOrigin = { voicedAt: when("2024-03-04 10:00"), areaCode: people.grid003, point: null, day: null };
const point = { areaCode: people.grid003, closedOn: null };
const day = { areaCode: people.community, state: "PLANNED", date: "2024-03-04" } as const;
const elsewhere = "340802001008";

it.each<[string, Partial<OpinionOrigin>, string | null]>([
  ["names nothing", {}, null],
  ["came to a point of its community", { point }, null],
  ["came to a point of the next grid", { point, areaCode: people.grid005 }, null],
  ["was voiced on a contact day", { day }, null],
  ["was voiced on one that was held", { day: { ...day, state: "HELD" } }, null],
  ["was voiced on the last day of a point", { point: { ...point, closedOn: "2024-03-04" } }, null],
  ["was voiced after its point was closed", { point: { ...point, closedOn: "2024-03-03" } }, "POINT_IS_CLOSED"],
  ["names a point that is not in sight", { point: undefined }, "POINT_UNKNOWN"],
  ["names a point of another community", { point, areaCode: elsewhere }, "POINT_UNKNOWN"],
  ["names a day that is not in sight", { day: undefined }, "CONTACT_DAY_UNKNOWN"],
  ["names a day of another community", { day, areaCode: elsewhere }, "CONTACT_DAY_UNKNOWN"],
  ["names a day that was cancelled", { day: { ...day, state: "CANCELLED" } }, "CONTACT_DAY_OFF"],
])("an opinion that %s", (_what, more, code) => {
  expect(originProblem({ ...nothing, ...more })?.code ?? null).toBe(code);
});
