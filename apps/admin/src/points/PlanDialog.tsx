import { calendarOf, contactDates, contactRuleProblem, plusNaturalDays, shippedCalendarYears, type ContactRule, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { useAsked } from "../people/use-asked.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { DateField } from "../ui/DateField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { KeptPersonField } from "./KeptPersonField.tsx";
import { planContactDaysDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";
import { RuleFields } from "./RuleFields.tsx";
import { SpokenPlaceFields, type PlaceDraft } from "./SpokenPlaceFields.tsx";

const kinds = ["COMMUNITY", "GRID"] as const;
const fields = ["areaCode", "rule", "from", "until", "startsAt", "place", "dutyOfficerId"];
/** As it ships with the program; the server's own decides. */
const calendar = calendarOf(shippedCalendarYears);

/** Plans contact days by a rule, and shows beforehand which days that gives. */
export function PlanDialog({ onPlanned, onClose }: { onPlanned: (count: number) => void; onClose: () => void }) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const { today } = useAsked();
  const roots = areasOfRight(useViewer(), "KEEP_POINTS");
  const [at, setAt] = useState(roots.length === 1 ? (roots[0] ?? "") : "");
  const [rule, setRule] = useState<ContactRule>({ kind: "WEEKLY", weekday: 1, everyWeeks: 1 });
  const [from, setFrom] = useState<LocalDate | null>(today);
  const [until, setUntil] = useState<LocalDate | null>(plusNaturalDays(today, 90));
  const [startsAt, setStart] = useState("09:00");
  const [endsAt, setEnd] = useState("11:00");
  const [place, setPlace] = useState<PlaceDraft>({ words: "", compoundId: null });
  const [dutyOfficerId, setOfficer] = useState<string | null>(null);
  const { verb, send } = useVerb(planContactDaysDocument, fields, ({ contactDays }) => onPlanned(contactDays?.length ?? 0));
  const areaCode = chosenArea(at, kinds);
  const isOnce = rule.kind === "ONCE";
  const last = isOnce ? from : until;
  const dates = from !== null && last !== null && contactRuleProblem(rule, from, last) === null ? contactDates(rule, from, last, calendar) : [];
  const moved = dates.filter(({ movedFrom }) => movedFrom !== null).length;
  const submit = () =>
    void send(
      { areaCode: areaCode ?? "", rule, from: from ?? "", until: last ?? "", startsAt: startsAt.trim(), endsAt: endsAt.trim(), place, dutyOfficerId: dutyOfficerId ?? "" },
      {
        areaCode: missing(w.choose(w.place), areaCode), from: missing(w.fill(isOnce ? w.theDay : w.firstDay), from), until: missing(w.fill(w.lastDay), last),
        place: missing(w.fill(w.placeWords), place.words), dutyOfficerId: missing(w.choose(w.dutyOfficer), dutyOfficerId),
      },
    );
  return (
    <Dialog title={w.plan} isOpen onClose={onClose} size="large">
      <VerbForm title={w.plan} hideTitle isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        <AreaField roots={roots} kinds={kinds} at={at} onChange={setAt} error={verb.errorOf("areaCode")} />
        <div className="grid gap-3 sm:grid-cols-2">
          <RuleFields value={rule} onChange={setRule} error={verb.errorOf("rule")} />
          <DateField label={isOnce ? w.theDay : w.firstDay} value={from} onChange={setFrom} error={verb.errorOf("from")} isRequired />
          {!isOnce && <DateField label={w.lastDay} value={until} onChange={setUntil} error={verb.errorOf("until")} isRequired />}
          <TextField label={w.startsAt} description={w.timeNote} inputMode="numeric" value={startsAt} onChange={setStart} error={verb.errorOf("startsAt")} isRequired />
          <TextField label={w.endsAt} description={w.timeNote} inputMode="numeric" value={endsAt} onChange={setEnd} isRequired />
          <SpokenPlaceFields area={areaCode ?? at} value={place} onChange={setPlace} error={verb.errorOf("place")} />
          <KeptPersonField key={areaCode} label={w.dutyOfficer} changeLabel={w.changeDuty} area={areaCode ?? at} now={null} value={dutyOfficerId} onChange={setOfficer} error={verb.errorOf("dutyOfficerId")} />
        </div>
        {dates.length > 0 && (
          <div role="status" className="rounded-one bg-sunken px-3 py-2">
            <p className="font-medium">
              {w.preview(dates.length)}
              {moved > 0 && w.previewMoved(moved)}
            </p>
            <p className="text-ink-soft">
              {dates.slice(0, 8).map(({ date }) => format.shortDate(date, today)).join(w.listJoin)}
              {dates.length > 8 && "…"}
            </p>
          </div>
        )}
      </VerbForm>
    </Dialog>
  );
}
