import { type Language, localeOf } from "./language.ts";

/** Everything here is the wall clock of the communities, wherever the reader's machine stands. */
const timeZone = "Asia/Shanghai";
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Moment = Date | number | string;

/** How near a deadline is: what the colour and the icon beside the words are chosen by. */
export type Urgency = "overdue" | "soon" | "later";

export interface DeadlineGiven {
  due: Moment;
  /** The moment it is told for: always handed in, so that tests and "as of" views are exact. */
  now: Moment;
  /** Working days left by the published calendar, if known; without it natural days are told. */
  workingDays?: number | undefined;
  /** A clock that stands still (on hold) is told by its expected day and is never urgent. */
  paused?: boolean | undefined;
}

export interface DeadlineTold {
  text: string;
  urgency: Urgency;
}

export interface Format {
  /** 2024年8月26日 · Aug 26, 2024 */
  date(moment: Moment): string;
  /** 8月26日 · Aug 26 (with the year when it is another one than now's) */
  shortDate(moment: Moment, now: Moment): string;
  /** 2024-08-26, the same in every language: for tables and file names */
  isoDate(moment: Moment): string;
  /** 2024年8月26日 18:00 */
  dateTime(moment: Moment): string;
  /** 18:00 */
  time(moment: Moment): string;
  /** 星期一 · Monday */
  weekday(moment: Moment): string;
  number(value: number): string;
  /** 0.595 → 59.5 %; null (nothing to divide by) → – */
  percent(share: number | null): string;
  /** Integer fen → ¥1,234.56, exact: no floating point on the way. */
  money(fen: number | bigint): string;
  /** 3 分钟前, 2 天前 · 3 minutes ago */
  ago(moment: Moment, now: Moment): string;
  /** 剩 6 小时 · 超时 3 小时 · 还剩 2 个工作日 */
  deadline(given: DeadlineGiven): DeadlineTold;
  /** 3 小时, 2 天: a span such as the time spent on a rung */
  span(milliseconds: number): string;
}

const toDate = (moment: Moment): Date => (moment instanceof Date ? moment : new Date(moment));

/** A span in its largest whole unit; less than a minute counts as one. */
function inUnits(milliseconds: number): { count: number; unit: "minute" | "hour" | "day" } {
  if (milliseconds >= day) return { count: Math.floor(milliseconds / day), unit: "day" };
  if (milliseconds >= hour) return { count: Math.floor(milliseconds / hour), unit: "hour" };
  return { count: Math.max(1, Math.floor(milliseconds / minute)), unit: "minute" };
}

const spanZh = { minute: "分钟", hour: "小时", day: "天" } as const;
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const phrases = {
  zh: {
    span: (count: number, unit: "minute" | "hour" | "day") => `${count} ${spanZh[unit]}`,
    left: (span: string) => `剩 ${span}`,
    over: (span: string) => `超时 ${span}`,
    workingDaysLeft: (count: number) => `还剩 ${count} 个工作日`,
    expected: (date: string) => `预计 ${date}`,
    now: "刚刚",
  },
  en: {
    span: (count: number, unit: "minute" | "hour" | "day") => plural(count, unit),
    left: (span: string) => `${span} left`,
    over: (span: string) => `${span} overdue`,
    workingDaysLeft: (count: number) => `${plural(count, "working day")} left`,
    expected: (date: string) => `expected ${date}`,
    now: "just now",
  },
} as const;

function makeFormat(language: Language): Format {
  const locale = localeOf[language];
  const say = phrases[language];
  const stamp = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const date = stamp({ dateStyle: language === "zh" ? "long" : "medium" });
  const monthDay = stamp({ month: language === "zh" ? "long" : "short", day: "numeric" });
  const year = stamp({ year: "numeric" });
  const time = stamp({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = stamp({ weekday: "long" });
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });

  const shortDate = (moment: Moment, now: Moment) =>
    year.format(toDate(moment)) === year.format(toDate(now)) ? monthDay.format(toDate(moment)) : date.format(toDate(moment));
  const span = (milliseconds: number) => {
    const { count, unit } = inUnits(milliseconds);
    return say.span(count, unit);
  };

  return {
    date: (moment) => date.format(toDate(moment)),
    shortDate,
    isoDate: (moment) => iso.format(toDate(moment)),
    dateTime: (moment) => `${date.format(toDate(moment))} ${time.format(toDate(moment))}`,
    time: (moment) => time.format(toDate(moment)),
    weekday: (moment) => weekday.format(toDate(moment)),
    number: (value) => number.format(value),
    percent: (share) => (share === null ? "–" : percent.format(share)),
    money: (fen) => {
      const whole = BigInt(fen);
      const size = whole < 0n ? -whole : whole;
      return `${whole < 0n ? "-" : ""}¥${number.format(size / 100n)}.${String(size % 100n).padStart(2, "0")}`;
    },
    ago: (moment, now) => {
      const since = toDate(now).getTime() - toDate(moment).getTime();
      if (Math.abs(since) < minute) return say.now;
      const { count, unit } = inUnits(Math.abs(since));
      return relative.format(since > 0 ? -count : count, unit);
    },
    deadline: ({ due, now, workingDays, paused = false }) => {
      if (paused) return { text: say.expected(shortDate(due, now)), urgency: "later" };
      const left = toDate(due).getTime() - toDate(now).getTime();
      if (left <= 0) return { text: say.over(span(-left)), urgency: "overdue" };
      if (left < day) return { text: say.left(span(left)), urgency: "soon" };
      const text = !workingDays ? say.left(span(left)) : say.workingDaysLeft(workingDays);
      return { text, urgency: "later" };
    },
    span,
  };
}

/** Intl formatters are dear to make (a board has hundreds of cards): one set per language. */
const made: Partial<Record<Language, Format>> = {};

export function formatFor(language: Language): Format {
  made[language] ??= makeFormat(language);
  return made[language];
}
