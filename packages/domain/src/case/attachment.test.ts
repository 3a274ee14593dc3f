import { expect, test } from "vitest";
import { askedAs } from "./ask.ts";
import { attachmentLimit, whyNotAttach, whyNotRemove } from "./attachment.ts";
import { caseStatuses, type Case } from "./case.ts";
import type { Viewer } from "../people/roles.ts";
import { acceptedCase, collectedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";

const now = "2024-04-30T02:00:00.000Z";
const minutesLater = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const collected = collectedCase("2024-04-26 12:40").case;
const quarrel = collectedCase("2024-04-26 12:40", { kind: "DISPUTE", category: null }).case;
const attach = (c: Case, viewer: Viewer, present = 0, at = now) => whyNotAttach(c, present, { viewer, now: at })?.code ?? "yes";

test("whoever reads the case whole may add while it is open", () => {
  for (const viewer of [people.member003, people.li, people.zhou, people.chen, people.councillor, people.mediator, people.zhang]) expect(attach(collected, viewer)).toBe("yes");
  for (const viewer of [people.member005, people.wang, people.admin, people.stranger, people.expert, people.housing]) expect(attach(collected, viewer)).toBe("NOT_FOUND");
  expect(attach(quarrel, people.member003)).toBe("CONFIDENTIAL");
  expect(attach(quarrel, people.li)).toBe("yes");
});

test("while it is open; after the closing for 30 days", () => {
  const of = (status: Case["status"]): Case => ({ ...collected, status, closedAt: status === "CLOSED" ? now : null });
  const allowed = caseStatuses.filter((status) => attach(of(status), people.zhou) === "yes");
  expect(allowed).toEqual(["COLLECTED", "ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD", "RESOLVED", "CLOSED"]);
  expect(attach(of("CLOSED"), people.zhou, 0, minutesLater(30 * 24 * 60))).toBe("yes");
  expect(attach(of("CLOSED"), people.zhou, 0, minutesLater(30 * 24 * 60 + 1))).toBe("ATTACH_TOO_LATE");
  expect(attach(of("CLOSED"), people.wang)).toBe("NOT_FOUND");
});

test("a case carries so many and no more", () => {
  expect(attach(collected, people.zhou, attachmentLimit - 1)).toBe("yes");
  expect(attach(collected, people.zhou, attachmentLimit)).toBe("ATTACHMENTS_FULL");
});

test("one's own goes for ten minutes, later somebody one role up takes it away", () => {
  const c = acceptedCase("2024-04-26 12:40", people.member003).case;
  const added = { addedBy: "member003", addedAs: askedAs(c, { viewer: people.member003 }), addedAt: now };
  expect(added.addedAs).toBe("GRID_MEMBER");
  const remove = (viewer: Viewer, at: string, of: Case = c) => whyNotRemove(of, added, { viewer, now: at })?.code ?? "yes";
  expect(remove(people.member003, minutesLater(10))).toBe("yes");
  expect(remove(people.member003, minutesLater(11))).toBe("ATTACHMENT_KEPT");
  for (const viewer of [people.li, people.chen, people.deputy]) expect(remove(viewer, minutesLater(11))).toBe("yes");
  for (const viewer of [people.other003, people.zhou, people.streetOfficer]) expect(remove(viewer, now)).toBe("ATTACHMENT_KEPT");
  expect(remove(people.wang, now)).toBe("NOT_FOUND");
  expect(remove(people.member003, now, { ...quarrel, leadId: null })).toBe("CONFIDENTIAL");
});
