import { dateOfDayNumber, dayNumberOf, isLocalDate, isWeekend } from "@bandeng/domain";

/** What was read out of a text: days in order, each once, and the pieces nobody can read. */
export interface ReadDays {
  readonly days: readonly string[];
  readonly unread: readonly string[];
}

const SPAN = /[至到~～—–]/;
const DAY = /^(?:(\d{4})[-年/.])?(?:(\d{1,2})[-月/.])?(\d{1,2})日?$/;

/** A day as people write it; year and month where they are missing. */
function dayOf(words: string, year: number, month: string | undefined): { date: string; month: string } | null {
  const found = DAY.exec(words.trim());
  const ofMonth = found?.[2] ?? month;
  if (!found || ofMonth === undefined) return null;
  const date = `${found[1] ?? year}-${ofMonth.padStart(2, "0")}-${(found[3] ?? "").padStart(2, "0")}`;
  return isLocalDate(date) ? { date, month: ofMonth } : null;
}

/**
 * Days out of what somebody pasted or typed: ISO dates, 10-01, 10月1日, 10/1, and spans such as 10月1日至7日 or 10-01~10-07,
 * apart by blanks, commas, 、 or lines; what stands in brackets, such as （星期六）, and the words of a notice (放假, 上班) are left out. Of a span weekends are left
 * out as well: a notice says how long people are off, and the calendar lists what differs from the week.
 */
export function readDays(text: string, year: number): ReadDays {
  const days = new Set<string>();
  const unread: string[] = [];
  let month: string | undefined;
  const plain = text.replaceAll(/[（(][^）)]*[）)]/g, "").replaceAll(/(?:放假|调休|上班|共\d+天)+/g, " ").replaceAll(/\s*([至到~～—–])\s*/g, "$1");
  for (const piece of plain.split(/[\s,，、;；。]+/)) {
    if (piece === "") continue;
    const [one = "", other, ...more] = piece.split(SPAN);
    const from = dayOf(one, year, month);
    const to = other === undefined ? from : dayOf(other, year, from?.month);
    if (!from || !to || more.length > 0 || to.date < from.date || dayNumberOf(to.date) - dayNumberOf(from.date) > 60) {
      unread.push(piece);
      continue;
    }
    month = to.month;
    for (let day = dayNumberOf(from.date); day <= dayNumberOf(to.date); day += 1) {
      if (other === undefined || !isWeekend(day)) days.add(dateOfDayNumber(day));
    }
  }
  return { days: [...days].toSorted(), unread };
}

/** Days as a text that reads back to them: 10-01 10-02, a line for each month. */
export function daysText(days: readonly string[]): string {
  const byMonth = new Map<string, string[]>();
  for (const day of days) {
    const month = day.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), day.slice(5)]);
  }
  return [...byMonth.values()].map((of) => of.join(" ")).join("\n");
}
