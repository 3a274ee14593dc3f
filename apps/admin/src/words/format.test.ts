import { describe, expect, test } from "vitest";
import { formatFor } from "./format.ts";

const zh = formatFor("zh");
const en = formatFor("en");
const now = "2024-08-26T10:00:00+08:00";
const at = (text: string) => `2024-${text}+08:00`;

describe("a deadline", () => {
  test.each([
    ["08-26T16:00:00", undefined, "剩 6 小时", "6 hours left", "soon"],
    ["08-26T16:59:00", undefined, "剩 6 小时", "6 hours left", "soon"],
    ["08-26T10:20:00", undefined, "剩 20 分钟", "20 minutes left", "soon"],
    ["08-26T10:00:20", undefined, "剩 1 分钟", "1 minute left", "soon"],
    ["08-26T07:00:00", undefined, "超时 3 小时", "3 hours overdue", "overdue"],
    ["08-24T09:00:00", undefined, "超时 2 天", "2 days overdue", "overdue"],
    ["08-26T10:00:00", undefined, "超时 1 分钟", "1 minute overdue", "overdue"],
    ["08-28T18:00:00", 2, "还剩 2 个工作日", "2 working days left", "later"],
    ["08-28T18:00:00", undefined, "剩 2 天", "2 days left", "later"],
    ["08-28T18:00:00", 0, "剩 2 天", "2 days left", "later"],
  ])("at %s with %s working days left", (due, workingDays, chinese, english, urgency) => {
    expect(zh.deadline({ due: at(due), now, workingDays })).toEqual({ text: chinese, urgency });
    expect(en.deadline({ due: at(due), now, workingDays })).toEqual({ text: english, urgency });
  });

  test("that stands still is told by its expected day and is not urgent", () => {
    expect(zh.deadline({ due: at("08-20T18:00:00"), now, paused: true })).toEqual({ text: "预计 8月20日", urgency: "later" });
  });
});

test("dates are those of Shanghai, wherever the reader is", () => {
  const lateInLondon = "2024-08-25T23:30:00Z";
  expect(zh.date(lateInLondon)).toBe("2024年8月26日");
  expect(zh.dateTime(lateInLondon)).toBe("2024年8月26日 07:30");
  expect(zh.isoDate(lateInLondon)).toBe("2024-08-26");
  expect(zh.weekday(lateInLondon)).toBe("星期一");
  expect(en.date(lateInLondon)).toBe("Aug 26, 2024");
  expect(zh.shortDate(lateInLondon, now)).toBe("8月26日");
  expect(zh.shortDate("2023-12-31T23:00:00+08:00", now)).toBe("2023年12月31日");
});

test("money is exact to the fen", () => {
  expect(zh.money(1_234_567)).toBe("¥12,345.67");
  expect(zh.money(5)).toBe("¥0.05");
  expect(zh.money(-105)).toBe("-¥1.05");
  expect(zh.money(9_007_199_254_740_993n)).toBe("¥90,071,992,547,409.93");
});

test("a share of nothing is a dash, never 0 or 100", () => {
  expect(zh.percent(25 / 42)).toBe("59.5%");
  expect(zh.percent(null)).toBe("–");
});

test("how long ago", () => {
  expect(zh.ago(at("08-26T09:20:00"), now)).toBe("40分钟前");
  expect(en.ago(at("08-24T09:20:00"), now)).toBe("2 days ago");
  expect(zh.ago(at("08-26T10:00:30"), now)).toBe("刚刚");
});
