import { expect, it } from "vitest";
import { mediationNotices } from "./mediation-notices.ts";
import type { Mediation } from "../mediation/mediation.ts";
import { when } from "../testing/clock.ts";

const agreed = {
  id: "m", caseId: "c", areaCode: "340802001007003", state: "AGREED", mediatorIds: ["mediator", "lawyer"], dueOn: "2024-07-08", confirmBy: "2024-07-12", appliedAt: null,
  terms: [{ id: "pay", by: "person:zhao", dueOn: "2024-07-10", doneAt: null }],
} as unknown as Mediation;
const told = (m: Mediation, now: string): string[] => mediationNotices(m, when(now)).map(({ to, key }) => `${key} ${"personId" in to ? to.personId : to.roles.join()}`);
const confirm = ["mediator", "lawyer", "CLERK"].map((who) => `CONFIRM_BY:m:2024-07-12 ${who}`);

it("tells mediators and clerk of the window of confirmation, from seven days before its end to its last day", () => {
  expect(told(agreed, "2024-07-04 23:59")).toEqual([]);
  expect(told(agreed, "2024-07-05 00:00")).toEqual(confirm);
  expect(told(agreed, "2024-07-12 23:59")).toEqual(confirm);
  expect(told(agreed, "2024-07-13 00:00")).toEqual([]);
});

it("is needless when all was performed, or the parties have applied", () => {
  expect(told({ ...agreed, state: "PERFORMED" }, "2024-07-10 09:00")).toEqual([]);
  expect(told({ ...agreed, appliedAt: when("2024-07-09 09:00") }, "2024-07-10 09:00")).toEqual([]);
});

it("tells that the month ends, while it is open", () => {
  expect(told({ ...agreed, state: "OPEN", confirmBy: null }, "2024-07-05 09:00")[0]).toBe("MEDIATION_ENDS:m:2024-07-08 mediator");
});
