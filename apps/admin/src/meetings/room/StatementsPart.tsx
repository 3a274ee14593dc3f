import { useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { AddLine } from "./AddLine.tsx";
import { useBench } from "./room-context.ts";
import { recordStatementDocument } from "./room-documents.ts";
import type { RoomItem } from "./room-model.ts";
import { seatText } from "./seat-text.ts";
import { useWhyNotItem } from "./use-item.ts";

/** 把话说透: who said what. */
export function StatementsPart({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const [speaker, setSpeaker] = useState<string | null>(null);
  const seatOf = (id: string | undefined) => room.attendance.find((seat) => seat.id === id);
  const reason = whyNot("recordStatement") ?? (room.attendance.length === 0 ? w.nobodyYet : speaker === null ? w.chooseSpeaker : undefined);
  return (
    <Section title={w.statements} aside={item.statements.length > 0 ? w.said(item.statements.length) : undefined}>
      {item.statements.length > 0 && (
        <ul aria-label={w.statements} className="mb-2 flex max-h-96 flex-col gap-2 overflow-auto">
          {item.statements.map(({ id, words, by }) => {
            const seat = seatOf(by?.id);
            return (
              <li key={id}>
                <span className="text-ink-soft">{seat ? seatText(seat, language) : ""}</span>
                <p className="text-lead">{words}</p>
              </li>
            );
          })}
        </ul>
      )}
      <AddLine
        label={w.statementLabel}
        button={w.write}
        reason={reason}
        onAdd={(words) => act(recordStatementDocument, { item: item.id }, { attendanceId: speaker ?? "", words }, { isAddition: true })}
      >
        <Select label={w.speaker} items={room.attendance.map((seat) => ({ id: seat.id, label: seatText(seat, language) }))} value={speaker} onChange={setSpeaker} />
      </AddLine>
    </Section>
  );
}
