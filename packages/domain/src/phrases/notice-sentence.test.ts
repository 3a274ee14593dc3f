import { describe, expect, it } from "vitest";
import { noticeSentence, type NoticedCase } from "./notice-sentence.ts";
import { noticeKinds } from "../notice/notice-kinds.ts";

const at = "2024-06-06T10:00:00.000Z";
const about = (visibility: "WHOLE" | "MASKED" | "NONE"): NoticedCase => ({ visibility, no: "340802001007-2024-0007", title: "卫生间漏水" });

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it.each(noticeKinds)("%s has a sentence, with a moment and without", (kind) => {
    for (const moment of [at, null]) {
      const text = noticeSentence(kind, about("WHOLE"), moment, language);
      expect(text).toMatch(language === "zh" ? /。$/ : /^[A-Z].*\.$/);
      expect(text).toContain("卫生间漏水");
      expect(text).not.toMatch(/undefined|null|NaN|[A-Z]{3,}/);
    }
  });
  it("each says something of its own", () => expect(new Set(noticeKinds.map((kind) => noticeSentence(kind, about("WHOLE"), at, language))).size).toBe(noticeKinds.length));
  it.each(noticeKinds)("%s of a dispute tells what its reader sees, and no more", (kind) => {
    const masked = noticeSentence(kind, about("MASKED"), at, language);
    expect([masked.includes("0007"), masked.includes("漏水")]).toEqual([true, false]);
    expect(noticeSentence(kind, about("NONE"), at, language)).not.toMatch(/0007|漏水/);
  });
});

it("sentences read like this", () => {
  expect(noticeSentence("ASSIGNED", about("WHOLE"), at, "zh")).toBe("请您主办“卫生间漏水”（340802001007-2024-0007），6月6日18:00到期。");
  expect(noticeSentence("OVERDUE", about("MASKED"), at, "zh")).toBe("邻里纠纷（340802001007-2024-0007）已超时，到期时间是6月6日18:00。");
  expect(noticeSentence("MENTIONED", about("NONE"), null, "zh")).toBe("有人在一件您现在看不到的保密事项中提到了您。");
  expect(noticeSentence("SUMMONED", null, at, "en")).toBe("You are asked to a bench meeting (2024-06-06 18:00) on a matter.");
});
