import { describe, expect, it } from "vitest";
import { decideCorrect } from "./correct.ts";
import { decideContact } from "./contact.ts";
import { decideDecline } from "./decline.ts";
import { decideEscalate } from "./escalate.ts";
import { fold } from "./evolve.ts";
import type { Case } from "./case.ts";
import type { Facts } from "./record.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import type { Role, Viewer } from "../people/roles.ts";
import { plusMilliseconds } from "../deadline/moment.ts";

const escalate = (c: Case, f: Facts) => decideEscalate(c, { reason: "办不了" }, f);
const now = "2024-06-03 11:00";
const escalated = () => acceptedCase("2024-06-03 10:00", people.member003).does(people.member003, now, escalate);
const correct = (story: CaseStory, who: Viewer, when: string, reason = "点错了", actorRoles: readonly Role[] = ["GRID_MEMBER"]) =>
  story.tries(who, when, (c, f) => decideCorrect(c, story.history, { reason, actorRoles }, f))?.code ?? "done";

describe("correct", () => {
  it("its actor takes a move back within ten seconds, without a reason", () => {
    const story = escalated();
    const facts = (seconds: number): Facts => ({ ...factsAt(people.member003, now), now: plusMilliseconds(factsAt(people.member003, now).now, seconds * 1000) });
    expect(decideCorrect(story.case, story.history, { reason: "", actorRoles: [] }, facts(10))).toMatchObject([{ type: "CORRECTED", payload: { corrects: 3 } }]);
    expect(decideCorrect(story.case, story.history, { reason: "", actorRoles: [] }, facts(10.001))).toMatchObject({ code: "CORRECT_TOO_LATE" });
  });
  it("leaves the case as it was, highest level and due moment included; only the version goes on", () => {
    const before = acceptedCase("2024-06-03 10:00", people.member003);
    const then = before.case;
    before.does(people.member003, now, escalate);
    expect(correct(before, people.member003, now)).toBe("done");
    expect(before.case).toEqual({ ...then, version: 4 });
    expect(fold(before.history)).toEqual(before.case);
    // And the history goes on from there.
    before.does(people.member003, now, escalate);
    expect(fold(before.history)).toEqual(before.case);
  });
  it("one role up on the same day, with a reason", () => {
    expect(correct(escalated(), people.li, "2024-06-03 23:59")).toBe("done");
    expect(correct(escalated(), people.li, "2024-06-03 23:59", "")).toBe("TEXT_REQUIRED");
    expect(correct(escalated(), people.li, "2024-06-04 00:01")).toBe("CORRECT_TOO_LATE");
    expect(correct(escalated(), people.zhou, "2024-06-03 15:00")).toBe("FORBIDDEN_ROLE");
    expect(correct(escalated(), people.li, "2024-06-03 15:00", "x", ["GRID_MEMBER", "GRID_HEAD"])).toBe("FORBIDDEN_ROLE");
    expect(correct(escalated(), people.wang, "2024-06-03 15:00")).toBe("NOT_FOUND");
  });
  it("only the very last event, and only a move of somebody's", () => {
    const noted = escalated().does(people.li, now, (c, f) => decideContact(c, { kind: "NOTE", words: "x" }, f));
    expect(correct(noted, people.member003, now)).toBe("NOTHING_TO_CORRECT");
    const twice = escalated();
    correct(twice, people.member003, now);
    expect(correct(twice, people.member003, now)).toBe("NOTHING_TO_CORRECT");
    const byClock = acceptedCase("2024-06-03 10:00", people.member003).wait("2024-06-06 18:00");
    expect(correct(byClock, people.li, "2024-06-06 18:00")).toBe("NOTHING_TO_CORRECT");
    expect(correct(collectedCase(now), people.zhang, now)).toBe("NOTHING_TO_CORRECT");
  });
  it("an end is not corrected: it has its own way back, or none", () => {
    const declined = collectedCase(now).does(people.li, now, (c, f) => decideDecline(c, { reason: "NO_FACTS", goTo: "社区" }, f));
    expect(correct(declined, people.li, now)).toBe("WRONG_STATUS");
  });
});
