import { shippedCalendarYears } from "@bandeng/domain";
import { expect, test } from "vitest";
import { daysText, readDays } from "./days-text.ts";

const weekdays = ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"];

test.each([
  ["10月1日至7日", weekdays],
  ["10月1日（星期二）至7日（星期一）放假调休，共7天。9月29日（星期日）上班", ["2024-09-29", ...weekdays]],
  ["10-01~10-07", weekdays],
  ["2024-10-01 至 2024-10-07", weekdays],
  ["10/1、10/2，2024年10月3日\n10.4; 10-07", weekdays],
  ["9月29日（星期日）、10月12日（星期六）", ["2024-09-29", "2024-10-12"]],
  ["10月12日 10月12日", ["2024-10-12"]],
  ["5月1日、2日、3日", ["2024-05-01", "2024-05-02", "2024-05-03"]],
])("%s is read", (text, days) => expect(readDays(text, 2024).days).toEqual(days));

test("what cannot be read is told, and nothing is guessed", () => {
  expect(readDays("国庆节 10-01 13-01 2月30日 10-07~10-01 7日起", 2024)).toEqual({ days: ["2024-10-01"], unread: ["国庆节", "13-01", "2月30日", "10-07~10-01", "7日起"] });
});

test("every shipped calendar reads back from its text", () => {
  for (const { year, daysOff, workDays } of shippedCalendarYears) {
    for (const days of [daysOff, workDays]) expect(readDays(daysText(days), year)).toEqual({ days: days.toSorted(), unread: [] });
  }
});
