import { localDateOf, namesIn } from "@bandeng/domain";
import { useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { momentOf } from "../calendar-days.ts";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { noteInvitationDocument } from "./room-documents.ts";
import { doorShort, type RoomItem, unheardOf } from "./room-model.ts";
import { useWhyNotItem } from "./use-item.ts";

/** Who was neither heard nor invited on two days: without them nothing can be resolved. A notice at the door, with its date, is an invitation. */
export function HearingPart({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const today = localDateOf(new Date(useNow()).toISOString());
  const unheard = unheardOf(item, true);
  const [day, setDay] = useState<string | null>(null);
  const isOpen = room.status === "OPEN";
  const reason = whyNot("invite") ?? (isOpen && day === null ? w.chooseDay : undefined);
  const note = (ids: readonly string[]) => {
    const at = isOpen ? momentOf(day, "10:00") : null;
    return act(noteInvitationDocument, {}, { invitations: ids.map((subjectId) => ({ of: "HOUSEHOLD" as const, subjectId, how: "DOOR_NOTICE" as const })), ...(at === null ? {} : { at }) }, { isAddition: true });
  };
  return (
    <Section title={w.hearing} aside={w.heardOf(item.affected.length - unheard.length, item.affected.length)}>
      {unheard.length === 0 ? (
        <p className="text-good">✓ {w.allHeard}</p>
      ) : (
        <>
          <p className="mb-2 text-ink-soft">{isOpen ? w.hearingOpenNote : w.hearingNote}</p>
          {isOpen && <DateField label={w.noticeDay} value={day} onChange={setDay} max={today} className="mb-2 max-w-64" />}
          <ul aria-label={w.hearing} className="mb-2 flex max-h-72 flex-col divide-y divide-line overflow-auto">
            {unheard.map(({ household, invitedOn }) => (
              <li key={household.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
                <span className="min-w-16 font-semibold">{doorShort(household)}</span>
                <span className="min-w-0 flex-1 text-ink-soft">{invitedOn.length === 0 ? w.neverInvited : w.invitedOn(invitedOn.map((on) => format.shortDate(on, today)).join(language === "zh" ? "、" : ", "))}</span>
                <Button size="small" aria-label={`${names.invitation.DOOR_NOTICE} ${doorShort(household)}`} disabledReason={reason} onPress={() => void note([household.id])}>
                  {names.invitation.DOOR_NOTICE}
                </Button>
              </li>
            ))}
          </ul>
          {unheard.length > 1 && (
            <Button icon="bell" disabledReason={reason} onPress={() => void note(unheard.map(({ household }) => household.id))}>
              {w.noticeAll(unheard.length)}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
