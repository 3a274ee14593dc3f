import { areaDigits, isRefusal, phraseOf, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { DateField } from "../ui/DateField.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { nameStandInDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import { passedOn } from "./person-acts.ts";
import type { PersonFormProps } from "./person-form.ts";
import { roleDays, roleName } from "./role-text.ts";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

/** 指定代理人: who stands in during a leave, from when to when, and what the stand-in will hold by the rules. */
export function StandInForm({ person, asked, onDone, onCancel }: PersonFormProps) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const [standInId, setStandInId] = useState<string | null>(null);
  const [from, setFrom] = useState<LocalDate | null>(asked.today);
  const [to, setTo] = useState<LocalDate | null>(null);
  const { verb, send } = useVerb(nameStandInDocument, ["standInId", "from", "to"], () => onDone({ title: w.standIn }));
  // Colleagues of the community; where the role is of something wider, of that.
  const areas = [...new Set(person.roles.filter(({ inForce, from: first }) => inForce || first > asked.today).map(({ areaCode }) => areaCode.slice(0, areaDigits.COMMUNITY)))].toSorted();
  const submit = () =>
    send(
      { absentId: person.id, standInId: standInId ?? "", from: from ?? "", to: to ?? "" },
      { standInId: missing(w.choose(w.standInWho), standInId), from: missing(w.fill(w.from), from), to: missing(w.fill(w.to), to) },
    );
  const decided = from !== null && to !== null ? passedOn(person, standInId ?? "", { from, to }, asked) : null;
  return (
    <VerbForm title={w.standIn} note={w.standInNote(person.name)} verb={verb} onSubmit={() => void submit()} onCancel={onCancel}>
      <PersonPicker label={w.standInWho} areas={areas} without={[person.id, asked.viewer.personId]} value={standInId} onChange={setStandInId} error={verb.errorOf("standInId")} isRequired />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField label={w.from} value={from} onChange={setFrom} error={verb.errorOf("from")} isRequired />
        <DateField label={w.to} value={to} onChange={setTo} error={verb.errorOf("to")} isRequired />
      </div>
      <div role="status" className="text-ink-soft">
        {decided && isRefusal(decided) && decided.code === "NOTHING_TO_STAND_IN" && <p>{phraseOf(decided, language)}</p>}
        {decided && !isRefusal(decided) && (
          <>
            <p>{w.standInGets}</p>
            <ul className="list-disc ps-5 text-ink">
              {decided.payload.roles.map((given) => {
                const held = person.roles.find(({ id }) => id === given.standsInFor);
                const days = roleDays({ from: given.from, to: given.to, inForce: false }, now, format, w);
                return held && <li key={held.id}>{`${roleName({ ...held, role: given.role }, language)} · ${days}`}</li>;
              })}
            </ul>
          </>
        )}
        {person.roles.some(({ role, to: last }) => role === "SECRETARY" && (last === null || last >= asked.today)) && <p>{w.standInDeputy}</p>}
      </div>
    </VerbForm>
  );
}
