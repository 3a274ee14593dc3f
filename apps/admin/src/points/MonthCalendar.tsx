import { plusMonths, plusNaturalDays, weekdayOf, weekdays } from "@bandeng/domain";
import { Button } from "react-aria-components/Button";
import type { ContactDayShownFragment } from "../graphql/graphql.ts";
import { classes } from "../ui/classes.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { pointsWords } from "./points-words.ts";

export interface MonthCalendarProps {
  /** First day of the month. */
  first: string;
  days: readonly ContactDayShownFragment[];
  chosen: string | undefined;
  today: string;
  onChoose: (day: string) => void;
}

/** The weeks of a month, Monday first; null for a day of another month. */
function weeksOf(first: string): (string | null)[][] {
  const before = weekdayOf(first) - 1;
  const count = Number(plusNaturalDays(plusMonths(first, 1), -1).slice(8));
  const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_, i) => (i < before || i >= before + count ? null : plusNaturalDays(first, i - before)));
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** A month as a table: how many contact days lie on each day, and one press to see those of a day. */
export function MonthCalendar({ first, days, chosen, today, onChoose }: MonthCalendarProps) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const month = w.month(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  return (
    <table className="w-full table-fixed border-collapse rounded-one border border-line bg-surface text-center">
      <caption className="sr-only">{w.calendar(month)}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={w.weekdays[day - 1]} className="border border-line py-1 text-small font-normal text-ink-soft">
              {w.weekdaysShort[day - 1]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, i) => {
              const here = days.filter(({ date }) => date === day);
              const held = here.filter(({ state }) => state === "HELD").length;
              const planned = here.filter(({ state }) => state === "PLANNED").length;
              const number = <span className={classes(day === today && "inline-flex size-6 items-center justify-center rounded-full bg-accent text-on-accent")}>{day && Number(day.slice(8))}</span>;
              return (
                // A day of another month has no name of its own.
                <td key={day ?? `none ${i}`} className={classes("h-12 border border-line p-0", day === null && "bg-sunken")}>
                  {day !== null && here.length > 0 ? (
                    <Button
                      aria-label={w.daysOn(format.date(day), here.length)}
                      aria-pressed={day === chosen}
                      onPress={() => onChoose(day)}
                      className={classes(
                        "flex h-12 w-full flex-col items-center justify-center gap-0.5 font-medium outline-offset-[-2px] data-hovered:bg-hover",
                        day === chosen && "bg-accent-soft",
                      )}
                    >
                      {number}
                      <span aria-hidden="true" className="flex h-1.5 gap-0.5">
                        {held > 0 && <span className="size-1.5 rounded-full bg-good" />}
                        {planned > 0 && <span className="size-1.5 rounded-full border border-accent" />}
                        {held + planned === 0 && <span className="h-px w-2 self-center bg-ink-soft" />}
                      </span>
                    </Button>
                  ) : (
                    <span className="flex h-12 items-center justify-center text-ink-soft">{number}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
