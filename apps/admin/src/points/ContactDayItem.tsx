import { localDateOf, namesIn, phraseOf, refuse, whyNotContactDay, type ContactDayAction } from "@bandeng/domain";
import type { ContactDayShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { pointsWords } from "./points-words.ts";

export interface ContactDayItemProps {
  day: ContactDayShownFragment;
  onAct: (what: "record" | "duty" | "cancel") => void;
}

const tones = { PLANNED: "accent", HELD: "good", CANCELLED: "neutral" } as const;
const icons = { PLANNED: "calendar", HELD: "check", CANCELLED: "blocked" } as const;

/** One contact day: when, where, who, how many, and what may be done about it. */
export function ContactDayItem({ day, onAct }: ContactDayItemProps) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const { viewer, language } = useAsked();
  const today = localDateOf(new Date(useNow()).toISOString());
  const date = format.date(day.date);
  // The rules know the officer by id; whoever has none in sight is not on duty here.
  const asked = { ...day, dutyOfficerId: day.dutyOfficer?.id ?? "" };
  const reason = (action: ContactDayAction) => {
    const no = whyNotContactDay(action, asked, viewer) ?? (action === "record" && today < day.date ? refuse("CONTACT_DAY_TO_COME", { on: day.date }) : null);
    return no ? phraseOf(no, language) : undefined;
  };
  return (
    <li className="flex flex-col gap-1 p-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold">
          {date} {format.weekday(day.date)}
        </h3>
        <span className="tabular-nums">
          {day.from}–{day.to}
        </span>
        <Chip tone={tones[day.state]} icon={icons[day.state]}>
          {namesIn(language).contactDayState[day.state]}
        </Chip>
        {day.movedFrom !== null && <span className="text-small text-ink-soft">{w.movedFrom(format.date(day.movedFrom))}</span>}
      </div>
      <p className="min-w-0">
        {day.place.words}
        <span className="text-ink-soft"> · {[day.areaName, day.place.compoundName].filter(Boolean).join(" · ")}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 text-ink-soft">
        <span>{w.onDuty(day.dutyOfficer?.name ?? w.unknown)}</span>
        {day.reached !== null && <span className="font-medium text-ink">{w.reachedCount(day.reached)}</span>}
        {(day.state === "HELD" || day.opinions > 0) && <span className="font-medium text-ink">{w.opinionCount(day.opinions)}</span>}
      </p>
      {day.notes !== null && <p className="min-w-0 rounded-one bg-sunken px-2 py-1 whitespace-pre-line">{day.notes}</p>}
      {day.state !== "CANCELLED" && (
        <div className="flex flex-wrap justify-end gap-2">
          {day.state === "PLANNED" && (
            <>
              <Button size="small" variant="quiet" aria-label={w.cancelTitle(date)} disabledReason={reason("cancel")} onPress={() => onAct("cancel")}>
                {w.cancel}
              </Button>
              <Button size="small" aria-label={w.changeDutyOf(date)} disabledReason={reason("changeDuty")} onPress={() => onAct("duty")}>
                {w.changeDuty}
              </Button>
            </>
          )}
          <Button size="small" icon="edit" aria-label={day.state === "HELD" ? w.recordAgainTitle(date) : w.recordTitle(date)} disabledReason={reason("record")} onPress={() => onAct("record")}>
            {day.state === "HELD" ? w.recordAgain : w.record}
          </Button>
        </div>
      )}
    </li>
  );
}
