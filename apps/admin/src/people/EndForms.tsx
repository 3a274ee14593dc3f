import { plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { LastDayField } from "./LastDayField.tsx";
import { endLeaveDocument, endRoleDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import type { RoleHeld, StandIn } from "./person-acts.ts";
import type { PersonFormProps } from "./person-form.ts";
import { roleName } from "./role-text.ts";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

/** The last day as it is being filled in: from now on at first. */
function useLastDay(today: LocalDate) {
  const w = useWords(peopleWords);
  const [lastDay, setLastDay] = useState<LocalDate | null>(plusNaturalDays(today, -1));
  return { lastDay: lastDay ?? "", setLastDay, shown: lastDay, problems: { lastDay: lastDay === null ? w.fill(w.to) : undefined } };
}

/** 终止职务: one role ends. */
export function EndRoleForm({ role, asked, onDone, onCancel }: PersonFormProps & { role: RoleHeld }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const { lastDay, setLastDay, shown, problems } = useLastDay(asked.today);
  const { verb, send } = useVerb(endRoleDocument, ["lastDay"], () => onDone({ title: w.endSubmit }));
  return (
    <VerbForm
      title={w.endTitle(roleName(role, language))}
      submitLabel={w.endSubmit}
      note={w.endNote}
      isDangerous
      verb={verb}
      onSubmit={() => void send({ assignmentId: role.id, lastDay }, problems)}
      onCancel={onCancel}
    >
      <LastDayField value={shown} onChange={setLastDay} today={asked.today} error={verb.errorOf("lastDay")} />
    </VerbForm>
  );
}

/** 结束请假: whoever was on leave is back, and what was stood in for ends. */
export function EndLeaveForm({ person, standIns, asked, onDone, onCancel }: PersonFormProps & { standIns: readonly StandIn[] }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const { lastDay, setLastDay, shown, problems } = useLastDay(asked.today);
  const { verb, send } = useVerb(endLeaveDocument, ["lastDay"], () => onDone({ title: w.endLeave }));
  const names = [...new Set(standIns.map(({ name }) => name))].join(language === "zh" ? "、" : ", ");
  return (
    <VerbForm
      title={w.endLeave}
      note={names ? w.endLeaveNote(names) : undefined}
      verb={verb}
      onSubmit={() => void send({ absentId: person.id, lastDay }, problems)}
      onCancel={onCancel}
    >
      <LastDayField value={shown} onChange={setLastDay} today={asked.today} error={verb.errorOf("lastDay")} />
    </VerbForm>
  );
}
