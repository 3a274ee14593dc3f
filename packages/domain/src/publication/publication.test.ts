import { describe, expect, it } from "vitest";
import { decideAnswerComment, decideComment, decideHideComment, decideShowComment } from "./comment.ts";
import { recordPublication, type PublicationDecision } from "./evolve-publication.ts";
import { decideAmendPublication, decideDraftPublication, decidePublish, decideTakeDown, publicationLimits, type DraftInput, type PublishInput } from "./keep-publication.ts";
import { hangs, waitingComments, type Publication } from "./publication.ts";
import type { Facts } from "../case/record.ts";
import { isRefusal } from "../refusal.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { community, grid003 } from "../testing/people.ts";

const text = { title: "清明节值班安排", body: "四月四日至六日社区有人值班，电话0556-5123456。" };
const draft = (more: Partial<DraftInput> = {}): DraftInput => ({ kind: "NOTICE", subjectId: null, areaCode: community, days: 3, takesComments: true, photoIds: [], ...text, ...more });
const monday = factsAt(people.zhou, "2024-06-03 10:00");

function must(decision: PublicationDecision) {
  if (isRefusal(decision)) throw new Error(decision.code);
  return decision;
}
function after(p: Publication | null, decision: PublicationDecision, facts: Pick<Facts, "now"> & { viewer: Facts["viewer"] | null }): Publication {
  return recordPublication(p, "n-1", must(decision), facts).publication;
}
const drafted = (more: Partial<DraftInput> = {}) => after(null, decideDraftPublication(draft(more), monday), monday);
const publish = (more: Partial<PublishInput> = {}): PublishInput => ({ ...text, names: ["楼海珍"], subject: null, ...more });
const published = (more: Partial<DraftInput> = {}, about: PublishInput["subject"] = null) => {
  const p = drafted(more);
  return after(p, decidePublish(p, publish({ subject: about }), monday), monday);
};
const code = (decision: PublicationDecision) => (isRefusal(decision) ? decision.code : "DONE");

describe("a publication", () => {
  it("is drafted and published by clerk, secretary, deputy and street, each in the area, and by nobody else", () => {
    const by = (viewer: typeof people.zhou) => code(decideDraftPublication(draft(), factsAt(viewer, "2024-06-03 10:00")));
    expect([people.zhou, people.chen, people.streetOfficer].map(by)).toEqual(["DONE", "DONE", "DONE"]);
    expect([people.li, people.member003].map(by)).toEqual(["FORBIDDEN_RIGHT", "FORBIDDEN_RIGHT"]);
    expect(code(decideDraftPublication(draft({ areaCode: "340802001008" }), monday))).toBe("NOT_FOUND");
    const p = drafted();
    expect(code(decidePublish(p, publish(), factsAt(people.li, "2024-06-03 11:00")))).toBe("FORBIDDEN_RIGHT");
  });

  it.each([
    ["PUBLICATION_AREA", { areaCode: "340802001" }],
    ["PUBLICATION_DAYS", { days: null }],
    ["PUBLICATION_DAYS", { days: 0 }],
    ["PUBLICATION_DAYS", { days: 91 }],
    ["PUBLICATION_DAYS", { kind: "PROJECT", subjectId: "p-1" }],
    ["PUBLICATION_SUBJECT", { subjectId: "p-1" }],
    ["PUBLICATION_SUBJECT", { kind: "FINAL_COSTS" }],
    ["PUBLICATION_PHOTOS", { photoIds: ["a", "a"] }],
    ["TEXT_REQUIRED", { title: " " }],
    ["TEXT_TOO_LONG", { body: "长".repeat(publicationLimits.body + 1) }],
  ] as const)("refuses a draft that cannot hang: %s", (expected, more) => {
    const facts = expected === "PUBLICATION_AREA" ? factsAt(people.streetOfficer, "2024-06-03 10:00") : monday;
    expect(code(decideDraftPublication(draft(more), facts))).toBe(expected);
  });

  it("hangs for its working days, that of publishing not counted, until 18:00 of the last", () => {
    // Thursday; Monday 2024-06-10 is the Dragon Boat Festival.
    const facts = factsAt(people.zhou, "2024-06-06 09:00");
    const p = after(drafted(), decidePublish(drafted(), publish(), facts), facts);
    expect(p).toMatchObject({ state: "PUBLISHED", until: when("2024-06-12 18:00") });
    expect([hangs(p, when("2024-06-12 17:59")), hangs(p, when("2024-06-12 18:00"))]).toEqual([true, false]);
  });

  it("of a project or cost plan hangs as long as theirs, of a story for good; a subject that is not there yet is refused", () => {
    const until = when("2024-06-11 18:00");
    expect(published({ kind: "PROJECT", subjectId: "p-1", days: null }, { ready: true, until }).until).toBe(until);
    expect(published({ kind: "STORY", subjectId: "p-1", days: null }, { ready: true, until: null }).until).toBeNull();
    const p = drafted({ kind: "COSTS", subjectId: "c-1", days: null });
    const about = (subject: PublishInput["subject"]) => code(decidePublish(p, publish({ subject }), monday));
    expect([about(null), about({ ready: false, until }), about({ ready: true, until: when("2024-06-01 18:00") }), about({ ready: true, until })]).toEqual(["PUBLICATION_SUBJECT", "PUBLICATION_SUBJECT", "PUBLICATION_SUBJECT", "DONE"]);
  });

  it.each([
    ["NAME", "感谢楼海珍同志"],
    ["PHONE", "联系人电话13800138000"],
    ["ID_CARD", "身份证340802196001011234"],
    ["ROOM", "3单元302已修好"],
  ])("holds no %s of a resident, in neither title nor text", (kind, telling) => {
    for (const part of [{ body: telling }, { title: telling }]) {
      expect(decidePublish(drafted(), publish(part), monday)).toMatchObject({ code: "PERSONAL_DATA_IN_TEXT", data: { kinds: [kind] } });
    }
  });

  it("is written anew only as a draft, taken down only while it hangs, and never published twice", () => {
    const p = published();
    expect(code(decideAmendPublication(p, draft(), monday))).toBe("PUBLICATION_WRONG_STATE");
    expect(code(decidePublish(p, publish(), monday))).toBe("PUBLICATION_WRONG_STATE");
    expect(code(decideTakeDown(drafted(), { reason: "有误" }, monday))).toBe("PUBLICATION_WRONG_STATE");
    expect(code(decideTakeDown(p, { reason: " " }, monday))).toBe("TEXT_REQUIRED");
    const down = after(p, decideTakeDown(p, { reason: "日期有误" }, monday), monday);
    expect([down.state, hangs(down, monday.now), code(decideTakeDown(down, { reason: "x" }, monday))]).toEqual(["TAKEN_DOWN", false, "PUBLICATION_WRONG_STATE"]);
    expect(after(drafted(), decideAmendPublication(drafted(), { ...draft({ days: 5 }) }, monday), monday)).toMatchObject({ days: 5, version: 2 });
  });
});

describe("what residents write beneath", () => {
  const said = (p: Publication, id: string, kind: "COMMENT" | "OBJECTION" = "COMMENT") => after(p, decideComment(p, { commentId: id, kind, words: "挡着路了" }, when("2024-06-04 20:00")), { viewer: null, now: when("2024-06-04 20:00") });

  it("is read by nobody else before somebody of the community has shown it; hiding wants a reason", () => {
    const p = said(said(published(), "c-1"), "c-2", "OBJECTION");
    expect(p.comments.map((c) => c.state)).toEqual(["PENDING", "PENDING"]);
    expect(waitingComments(p)).toBe(2);
    expect(code(decideShowComment(p, { commentId: "c-1" }, factsAt(people.li, "2024-06-05 09:00")))).toBe("FORBIDDEN_RIGHT");
    const shown = after(p, decideShowComment(p, { commentId: "c-1" }, monday), monday);
    expect(code(decideShowComment(shown, { commentId: "c-1" }, monday))).toBe("COMMENT_DECIDED");
    expect(code(decideHideComment(p, { commentId: "c-2", reason: "" }, monday))).toBe("TEXT_REQUIRED");
    const hidden = after(shown, decideHideComment(shown, { commentId: "c-1", reason: "骂人" }, monday), monday);
    expect(hidden.comments.map((c) => c.state)).toEqual(["HIDDEN", "PENDING"]);
    expect(code(decideShowComment(hidden, { commentId: "nobody" }, monday))).toBe("COMMENT_UNKNOWN");
  });

  it("an objection waits until it is answered, once", () => {
    const p = said(published(), "c-1", "OBJECTION");
    const shown = after(p, decideShowComment(p, { commentId: "c-1" }, monday), monday);
    expect(waitingComments(shown)).toBe(1);
    expect(code(decideAnswerComment(shown, { commentId: "c-1", answer: " " }, monday))).toBe("TEXT_REQUIRED");
    const answered = after(shown, decideAnswerComment(shown, { commentId: "c-1", answer: "已向东移三米" }, monday), monday);
    expect(waitingComments(answered)).toBe(0);
    expect(code(decideAnswerComment(answered, { commentId: "c-1", answer: "再答" }, monday))).toBe("COMMENT_DECIDED");
  });

  it("only while it hangs and takes comments, in so many words, and not without end", () => {
    const at = when("2024-06-04 20:00");
    const words = (p: Publication, more: object = {}, now = at) => code(decideComment(p, { commentId: "c", kind: "COMMENT", words: "好", ...more }, now));
    const p = published();
    expect([words(p), words(p, { words: "" }), words(p, { words: "长".repeat(501) }), words(p, {}, when("2024-06-06 18:00"))]).toEqual(["DONE", "TEXT_REQUIRED", "TEXT_TOO_LONG", "NO_COMMENTS_NOW"]);
    expect([words(drafted()), words(published({ takesComments: false }))]).toEqual(["NO_COMMENTS_NOW", "NO_COMMENTS_NOW"]);
    const full = { ...p, comments: Array.from({ length: publicationLimits.comments }, (_, i) => ({ id: `c-${i}`, kind: "COMMENT" as const, at, state: "PENDING" as const, answeredAt: null })) };
    expect(words(full)).toBe("NO_COMMENTS_NOW");
  });

  it("no event carries a word of it", () => {
    const recorded = recordPublication(published(), "n-1", must(decideComment(published(), { commentId: "c-1", kind: "COMMENT", words: "挡着路了" }, when("2024-06-04 20:00"))), { viewer: null, now: when("2024-06-04 20:00") });
    expect(recorded.events).toMatchObject([{ type: "COMMENT_LEFT", actorId: null, payload: { commentId: "c-1", kind: "COMMENT" } }]);
    expect(JSON.stringify(recorded)).not.toContain("挡着路");
  });
});

it("a grid's own notice is drafted for the grid", () => {
  expect(drafted({ areaCode: grid003 }).areaCode).toBe(grid003);
});
