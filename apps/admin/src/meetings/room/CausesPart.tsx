import { Section } from "../../cases/Section.tsx";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { AddLine } from "./AddLine.tsx";
import { useBench } from "./room-context.ts";
import { nameCauseDocument } from "./room-documents.ts";
import type { RoomItem } from "./room-model.ts";
import { useWhyNotItem } from "./use-item.ts";

/** 共同剖析问题: why it is so, apart from what to do about it. */
export function CausesPart({ item }: { item: RoomItem }) {
  const w = useWords(meetingWords);
  const { act } = useBench();
  const whyNot = useWhyNotItem(item);
  return (
    <Section title={w.causes}>
      {item.causes.length > 0 && (
        <ol aria-label={w.causes} className="mb-2 flex list-decimal flex-col gap-1 ps-6 text-lead">
          {item.causes.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ol>
      )}
      <AddLine label={w.causeLabel} button={w.write} reason={whyNot("nameCause")} onAdd={(words) => act(nameCauseDocument, { item: item.id }, { words }, { isAddition: true })} />
    </Section>
  );
}
