import { namesIn } from "@bandeng/domain";
import type { MeetingCardFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { wallClock } from "./calendar-days.ts";
import { meetingTone } from "./meeting-text.ts";
import { meetingWords } from "./meeting-words.ts";

export type Card = MeetingCardFragment;

export interface ShownMeetings {
  meetings: readonly Card[];
  today: string;
}

/** What became of the agenda, in a few words. */
export function useAgendaText(): (card: Card) => string {
  const w = useWords(meetingWords);
  return ({ agenda }) => {
    if (agenda.length === 0) return w.emptyAgenda;
    const resolved = agenda.filter(({ resolution }) => resolution).length;
    const titles = agenda.map((item) => item.case?.title ?? w.hiddenCase).join(w.comma);
    return resolved > 0 ? `${titles} · ${w.resolvedCount(resolved, agenda.length)}` : titles;
  };
}

/** Meetings day by day, in order. */
export function MeetingList({ meetings, today }: ShownMeetings) {
  const w = useWords(meetingWords);
  const format = useFormat();
  const days = [...new Set(meetings.map(({ meetsAt }) => wallClock(meetsAt)[0]))];
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {days.map((day) => (
        <section key={day} aria-label={format.date(day)}>
          <h3 className={`mb-1 font-semibold ${day === today ? "text-accent" : ""}`}>
            {format.date(day)} <span className="text-small font-normal text-ink-soft">{day === today ? w.today : format.weekday(day)}</span>
          </h3>
          <ul className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
            {meetings
              .filter(({ meetsAt }) => wallClock(meetsAt)[0] === day)
              .map((card) => (
                <li key={card.id}>
                  <MeetingLine card={card} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function MeetingLine({ card }: { card: Card }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const agendaText = useAgendaText();
  return (
    <Link to="/meetings/$id" params={{ id: card.id }} className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-ink no-underline! rounded-none hover:bg-hover">
      <span className="font-semibold tabular-nums">{wallClock(card.meetsAt)[1]}</span>
      <span className="font-medium">{card.place.words}</span>
      <Chip tone={meetingTone[card.status]}>{names.meetingStatus[card.status]}</Chip>
      {card.confidential && (
        <Chip tone="warn" icon="lock">
          {w.confidential}
        </Chip>
      )}
      <span className="text-ink-soft">{card.areaName}</span>
      {card.people > 0 && <span className="text-ink-soft">{w.present(card.people)}</span>}
      <span className="w-full min-w-0 truncate text-ink-soft">{agendaText(card)}</span>
    </Link>
  );
}
