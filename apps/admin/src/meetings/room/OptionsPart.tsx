import { namesIn, proposerKinds, type ProposerKind } from "@bandeng/domain";
import { useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { AddLine } from "./AddLine.tsx";
import { useBench } from "./room-context.ts";
import { proposeOptionDocument } from "./room-documents.ts";
import type { RoomItem } from "./room-model.ts";
import { seatText } from "./seat-text.ts";
import { useWhyNotItem } from "./use-item.ts";

/** 协商解决方案: what could be done, and whose idea it was. */
export function OptionsPart({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const [by, setBy] = useState<ProposerKind>("RESIDENT");
  return (
    <Section title={w.options}>
      {item.options.length > 0 && (
        <ol aria-label={w.options} className="mb-2 flex flex-col gap-2">
          {item.options.map(({ id, words, proposedBy, proposer }, index) => {
            const seat = room.attendance.find((one) => one.id === proposer?.id);
            return (
              <li key={id} className="flex flex-wrap items-baseline gap-2 text-lead">
                <span className="font-semibold">{w.optionNo(index + 1)}</span>
                <span className="min-w-0">{words}</span>
                <Chip tone={proposedBy === "RESIDENT" ? "good" : "neutral"}>{seat ? `${names.proposer[proposedBy]} · ${seatText(seat, language)}` : names.proposer[proposedBy]}</Chip>
              </li>
            );
          })}
        </ol>
      )}
      <AddLine
        label={w.optionLabel}
        button={w.propose}
        reason={whyNot("proposeOption")}
        onAdd={(words) => act(proposeOptionDocument, { item: item.id }, { words, proposedBy: by }, { isAddition: true })}
      >
        <SegmentedControl label={w.proposedBy} segments={proposerKinds.map((id) => ({ id, label: names.proposer[id] }))} value={by} onChange={setBy} className="self-start" />
      </AddLine>
    </Section>
  );
}
