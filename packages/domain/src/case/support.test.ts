import { describe, expect, it } from "vitest";
import { fold } from "./evolve.ts";
import { decideSupport } from "./support.ts";
import { decideDecline } from "./decline.ts";
import type { VoicedOpinion } from "../opinion/opinion.ts";
import type { Viewer } from "../people/roles.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

let n = 0;
function adds(story: CaseStory, who: Viewer, more: Partial<VoicedOpinion> = {}, now = "2024-03-04 11:00"): string {
  n += 1;
  const said = { opinionId: `added-${n}`, text: "我家也是", channel: "PHONE" as const, voicedAt: when("2024-03-01"), reporterId: "sun", ...more };
  return story.tries(who, now, (c, f) => decideSupport(c, said, f))?.code ?? "done";
}

describe("somebody else speaks of the same matter", () => {
  it("is one supporter more: a person once however often heard, each anonymous one", () => {
    const story = acceptedCase("2024-03-04 10:00", people.member003, { reporterId: "lou" });
    const before = story.case;
    for (const reporterId of ["sun", "sun", "lou", null, null]) expect(adds(story, people.zhou, { reporterId })).toBe("done");
    expect(story.case.supporters).toBe(4);
    expect(story.case.reporters).toHaveLength(6);
    expect(story.case.reporters.at(-1)).toMatchObject({ personId: null, fromCaseId: story.case.id });
    expect(fold(story.history)).toEqual(story.case);
    const { reporters: _r, supporters: _s, version: _v, ...rest } = before;
    expect(story.case).toMatchObject(rest);
  });

  it("is recorded when it is written down, and leaves deadlines alone, also of danger", () => {
    for (const severity of ["NORMAL", "SAFETY"] as const) {
      const story = collectedCase("2024-03-04 10:00", { severity });
      const due = story.due;
      expect(adds(story, people.zhou, {}, "2024-03-04 10:30")).toBe("done");
      expect(story.due).toBe(due);
      expect(story.history.at(-1)).toMatchObject({ type: "SUPPORTED", at: when("2024-03-04 10:30") });
      expect(story.history.at(-1)).not.toHaveProperty("words");
    }
  });

  it("is written down by whoever may collect and sees the case whole", () => {
    const story = collectedCase("2024-03-04 10:00");
    for (const who of [people.zhang, people.member003, people.li, people.zhou, people.chen]) expect(adds(story, who)).toBe("done");
    for (const who of [people.wang, people.stranger, people.admin]) expect(adds(story, who)).toBe("NOT_FOUND");
    const dispute = collectedCase("2024-03-04 10:00", { kind: "DISPUTE", category: "disputes.leak" });
    expect([adds(dispute, people.member003), adds(dispute, people.li)]).toEqual(["CONFIDENTIAL", "done"]);
    const nobody: Viewer = { personId: "zhang", assignments: [] };
    expect(adds(story, nobody)).toBe("FORBIDDEN_RIGHT");
  });

  it("is not added to a matter that has ended, and is checked as any opinion", () => {
    const ended = collectedCase("2024-03-04 10:00").does(people.li, "2024-03-04 10:30", (c, f) => decideDecline(c, { reason: "NO_FACTS", goTo: "无" }, f));
    expect(adds(ended, people.zhou)).toBe("WRONG_STATUS");
    const story = collectedCase("2024-03-04 10:00");
    expect(adds(story, people.zhou, { text: " " })).toBe("TEXT_REQUIRED");
    expect(adds(story, people.zhou, { voicedAt: when("2024-03-05") })).toBe("VOICED_AFTER_RECORDED");
    expect(adds(story, people.zhou, { pointId: "p-1" })).toBe("NOT_OF_CHANNEL");
    expect(adds(story, people.zhou, { pointId: "p-1", channel: "POINT" })).toBe("done");
  });
});
