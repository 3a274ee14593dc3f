import { namesIn } from "@bandeng/domain";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { wallClock, weekOf, weeksOf } from "./calendar-days.ts";
import { type Card, type ShownMeetings, useAgendaText } from "./MeetingList.tsx";
import { meetingWords } from "./meeting-words.ts";

/** Lines a day of the month holds before "more". */
const most = 3;

const edges: Record<Card["status"], string> = { SUMMONED: "border-accent", OPEN: "border-warn", HELD: "border-good", CANCELLED: "border-line-strong line-through" };

/** A month in whole weeks. On a phone a day tells how many, and leads to its week. */
export function MeetingMonth({ meetings, today, day, onDay }: ShownMeetings & { day: string; onDay: (day: string) => void }) {
  const w = useWords(meetingWords);
  const format = useFormat();
  const { language } = useLanguage();
  const names = namesIn(language);
  const weeks = weeksOf(day);
  return (
    <table className="w-full table-fixed border-collapse rounded-one border border-line bg-surface">
      <caption className="sr-only">{w.month(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((one) => (
            <th key={one} scope="col" className="border-b border-line py-1 text-small font-medium text-ink-soft">
              <abbr title={format.weekday(one)} className="no-underline">
                {w.weekday(new Date(`${one}T00:00:00Z`).getUTCDay())}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => {
              const those = meetings.filter(({ meetsAt }) => wallClock(meetsAt)[0] === one);
              const isOutside = !one.startsWith(day.slice(0, 7));
              return (
                <td key={one} className={`h-20 border border-line p-1 align-top sm:h-28 ${isOutside ? "bg-sunken" : ""}`}>
                  <button
                    type="button"
                    onClick={() => onDay(one)}
                    className={`flex min-h-6 w-full items-center justify-between rounded-one px-1 hover:bg-hover large:min-h-11 sm:large:min-h-6 ${one === today ? "font-semibold text-accent" : isOutside ? "text-ink-soft" : ""}`}
                  >
                    <span>
                      {Number(one.slice(8))} <span className="sr-only">{format.date(one)}</span>
                    </span>{" "}
                    {those.length > 0 && <span className="rounded-one bg-accent-soft px-1 text-small text-accent-ink sm:sr-only">{w.meetingCount(those.length)}</span>}
                  </button>
                  <ul className="hidden flex-col gap-0.5 sm:flex">
                    {those.slice(0, most).map((card) => (
                      <li key={card.id}>
                        <Link
                          to="/meetings/$id"
                          params={{ id: card.id }}
                          aria-label={`${wallClock(card.meetsAt)[1]} ${card.place.words} ${names.meetingStatus[card.status]}`}
                          className={`block min-h-6 truncate border-s-2 ps-1 text-small text-ink no-underline! rounded-none hover:bg-hover ${edges[card.status]}`}
                        >
                          {card.confidential && <Icon name="lock" size="small" className="me-0.5" />}
                          {wallClock(card.meetsAt)[1]} {card.place.words}
                        </Link>
                      </li>
                    ))}
                    {those.length > most && <li className="ps-1 text-small text-ink-soft">{w.more(those.length - most)}</li>}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Seven days side by side, below each other on a phone. */
export function MeetingWeek({ meetings, today, day }: ShownMeetings & { day: string }) {
  const w = useWords(meetingWords);
  const format = useFormat();
  const { language } = useLanguage();
  const names = namesIn(language);
  const agendaText = useAgendaText();
  return (
    <ol className="grid gap-2 md:grid-cols-7">
      {weekOf(day).map((one) => {
        const those = meetings.filter(({ meetsAt }) => wallClock(meetsAt)[0] === one);
        return (
          <li key={one} className={`min-w-0 rounded-one border bg-surface p-2 md:min-h-56 ${one === today ? "border-accent" : "border-line"}`}>
            <h3 className={`mb-1 flex justify-between gap-2 font-semibold ${one === today ? "text-accent" : ""}`}>
              {Number(one.slice(8))}
              <span className="font-normal text-ink-soft">{format.weekday(one)}</span>
            </h3>
            {those.length === 0 && <p className="text-small text-ink-soft md:hidden">{w.nothingThatDay}</p>}
            <ul className="flex flex-col gap-1">
              {those.map((card) => (
                <li key={card.id}>
                  <Link to="/meetings/$id" params={{ id: card.id }} className={`block min-h-11 border-s-2 ps-2 text-ink no-underline! rounded-none hover:bg-hover ${edges[card.status]}`}>
                    <span className="block font-medium">
                      {wallClock(card.meetsAt)[1]} {card.place.words}
                    </span>
                    <span className="block text-small text-ink-soft">
                      {names.meetingStatus[card.status]} · {card.areaName}
                    </span>
                    <span className="block text-small text-ink-soft">{agendaText(card)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
