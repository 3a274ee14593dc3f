import { dateOfDayNumber, dayNumberOf } from "@bandeng/domain";
import { formatFor } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { communityWords } from "../community-words.ts";

export interface YearViewProps {
  year: number;
  daysOff: readonly string[];
  workDays: readonly string[];
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));

/** The weeks of a month, Monday first; null where a day is another month's. */
function weeksOf(year: number, month: string): (string | null)[][] {
  const first = dayNumberOf(`${year}-${month}-01`);
  // Day 0, 1970-01-01, was a Thursday.
  const before = (((first + 3) % 7) + 7) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; ; day += 1) {
    const date = dateOfDayNumber(day);
    if (date.slice(5, 7) !== month) break;
    days.push(date);
  }
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
}

/** A year at a glance: days off and weekends that are worked, in words as well as in colour. */
export function YearView({ year, daysOff, workDays }: YearViewProps) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const [off, work] = [new Set(daysOff), new Set(workDays)];
  const format = formatFor(language);
  const monthName = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { month: "long", timeZone: "UTC" });
  const dayName = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: "narrow", timeZone: "UTC" });
  const dayFull = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: "long", timeZone: "UTC" });
  // 2024-01-01 was a Monday.
  const week = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2024, 0, i + 1)));
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap gap-3 text-small text-ink-soft">
        <span>{w.legendOff}</span>
        <span>{w.legendWork}</span>
      </p>
      <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 md:grid-cols-3 xl:grid-cols-4">
        {months.map((month) => (
          <table key={month} className="w-full table-fixed self-start text-center text-small">
            <caption className="pb-1 text-start font-medium">{monthName.format(new Date(`${year}-${month}-01T00:00:00Z`))}</caption>
            <thead>
              <tr>
                {week.map((day) => (
                  <th key={day.getUTCDate()} scope="col" abbr={dayFull.format(day)} className="font-normal text-ink-soft">
                    {dayName.format(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((days, i) => (
                // Weeks of a month never move.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={i}>
                  {days.map((date, weekday) =>
                    date === null ? (
                      // An empty place in a week has nothing but its place.
                      // oxlint-disable-next-line react/no-array-index-key
                      <td key={weekday} />
                    ) : (
                      <td key={date} {...(off.has(date) || work.has(date) ? { "aria-label": `${format.date(`${date}T12:00:00+08:00`)} ${off.has(date) ? w.legendOff : w.legendWork}` } : {})} className={weekday > 4 && !work.has(date) ? "text-ink-soft" : ""}>
                        <span className={`inline-flex min-w-6 flex-col items-center rounded-[3px] px-0.5 leading-4 ${off.has(date) ? "bg-good-soft font-semibold text-good" : work.has(date) ? "bg-warn-soft font-semibold text-warn" : "py-0"}`}>
                          {Number(date.slice(8))}
                          {(off.has(date) || work.has(date)) && <span className="leading-3">{off.has(date) ? w.off : w.work}</span>}
                        </span>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}
