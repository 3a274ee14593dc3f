import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Link } from "../../ui/Link.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { holdMeetingDocument } from "./room-documents.ts";

/** 散会: what became of each case, the minutes, and the end. */
export function EndPanel({ onShow }: { onShow: (at: string) => void }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { room, act, whyNot } = useBench();
  const [minutes, setMinutes] = useState("");
  const undecided = room.agenda.filter(({ resolution, notReached }) => !resolution && !notReached);
  const isOver = room.status === "HELD" || room.status === "CANCELLED";
  const reason = whyNot("hold") ?? (undecided.length > 0 ? w.undecided(undecided.length) : undefined);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <Section title={w.agenda}>
        {room.agenda.length === 0 && <p className="text-ink-soft">{w.emptyAgenda}</p>}
        <ol className="flex flex-col gap-2">
          {room.agenda.map((item, index) => (
            <li key={item.id} className="flex items-start gap-2">
              <Icon name={item.resolution ? "done" : item.notReached ? "info" : "clock"} size="small" className={`mt-1 ${item.resolution ? "text-good" : "text-warn"}`} />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{w.item(index + 1, item.case?.title ?? w.hiddenCase)}</p>
                <p className="text-ink-soft">
                  {item.resolution ? w.resolved(item.resolution.option.words) : item.notReached ? w.unresolved(names.unresolved[item.notReached]) : w.stillOpen}
                  {item.resolution && ` · ${w.actionCount(item.actionItems.length)}`}
                </p>
              </div>
              <Button size="small" variant="quiet" aria-label={w.showItem(index + 1)} onPress={() => onShow(item.id)}>
                {w.show}
              </Button>
            </li>
          ))}
        </ol>
      </Section>
      {isOver ? (
        <Section title={room.status === "CANCELLED" ? w.reason : w.minutes}>
          <p className="whitespace-pre-wrap">{room.minutes ?? w.noMinutes}</p>
        </Section>
      ) : (
        <Section title={w.minutes}>
          <div className="flex flex-col gap-2">
            <TextArea label={w.minutes} hideLabel description={w.minutesNote} value={minutes} onChange={setMinutes} rows={5} />
            <Button variant="primary" className="self-start" disabledReason={reason} onPress={() => void act(holdMeetingDocument, {}, { minutes })}>
              {names.meetingAction.hold}
            </Button>
          </div>
        </Section>
      )}
      <p className="flex gap-4">
        <Link to="/meetings/$id/minutes" params={{ id: room.id }}>
          {w.printMinutes}
        </Link>
      </p>
    </div>
  );
}
