import { expect, test } from "vitest";
import { actionsOfRole } from "./role-actions.ts";

test("a role gives what the table names it for, and what its level's owner may do", () => {
  expect(actionsOfRole("SYSTEM_ADMIN")).toEqual([]);
  expect(actionsOfRole("RESIDENT")).toEqual([]);
  expect(actionsOfRole("BUILDING_HEAD")).toEqual(["escalate"]);
  expect(actionsOfRole("LIAISON")).toEqual(["report"]);
  expect(actionsOfRole("GRID_MEMBER")).toContain("accept");
  expect(actionsOfRole("GRID_MEMBER")).not.toContain("merge");
  for (const action of ["adopt", "referUp", "whistle"] as const) {
    expect(actionsOfRole("CLERK")).not.toContain(action);
    expect(actionsOfRole("SECRETARY")).toContain(action);
  }
  expect(actionsOfRole("DEPUTY")).not.toContain("adopt");
  expect(actionsOfRole("STREET_OFFICER")).toEqual(expect.arrayContaining(["referUp", "sendDown", "assign"]));
  expect(actionsOfRole("DISTRICT_OFFICER")).toContain("supervise");
  expect(actionsOfRole("SECRETARY")).not.toContain("supervise");
  expect(actionsOfRole("STREET_OFFICER")).not.toContain("escalate");
});
