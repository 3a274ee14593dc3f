import { namesIn, type Stance } from "@bandeng/domain";
import { lazy, Suspense, useEffect, useState } from "react";
import { Section } from "../../cases/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { takePositionDocument } from "./room-documents.ts";
import { doorShort, type RoomItem, stanceOf, type Tapped, type Voice, voicesOf } from "./room-model.ts";
import { seatText } from "./seat-text.ts";
import { StanceChoice } from "./StanceChoice.tsx";
import { useWhyNotItem } from "./use-item.ts";

const RecuseDialog = lazy(() => import("./RecuseDialog.tsx"));

export interface PositionsPartProps {
  item: RoomItem;
  tapped: readonly Tapped[];
  onTapped: (change: (now: readonly Tapped[]) => readonly Tapped[]) => void;
}

/** 表态: one voice a household, on each option; or a show of hands for all who have not said otherwise. */
export function PositionsPart({ item, tapped, onTapped }: PositionsPartProps) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const [recusing, setRecusing] = useState<Voice | null>(null);
  const reason = whyNot("takePosition");
  const voices = voicesOf(item, room);

  // What the server says by now needs no tap any more.
  useEffect(() => {
    onTapped((now) => (now.every((t) => !item.positions.some((p) => p.by?.id === t.attendanceId && p.optionId === t.optionId && p.stance === t.stance)) ? now : now.filter((t) => !item.positions.some((p) => p.by?.id === t.attendanceId && p.optionId === t.optionId && p.stance === t.stance))));
  }, [item.positions, onTapped]);

  const take = async (positions: readonly Tapped[]) => {
    if (reason !== undefined || positions.length === 0) return;
    const isOf = (t: Tapped) => positions.some((p) => p.attendanceId === t.attendanceId && p.optionId === t.optionId);
    onTapped((now) => [...now.filter((t) => !isOf(t)), ...positions]);
    const problem = await act(takePositionDocument, { item: item.id }, { positions: [...positions] }, { isAddition: true });
    // Not taken: what was there before is shown again.
    if (problem) onTapped((now) => now.filter((t) => !positions.includes(t)));
  };
  const showOfHands = (optionId: string, stance: Stance) =>
    take(voices.flatMap((voice) => (voice.speaker && stanceOf(voice, optionId, item, tapped) === null ? [{ attendanceId: voice.speaker.id, optionId, stance }] : [])));

  if (item.options.length === 0 || voices.length === 0) {
    return (
      <Section title={w.positions}>
        <p className="text-ink-soft">{item.options.length === 0 ? w.noOptions : w.noVoices}</p>
      </Section>
    );
  }
  return (
    <Section title={w.positions} aside={w.positionsNote}>
      <div className="flex flex-col gap-4 @container">
        <div className="flex flex-wrap gap-2">
          {item.options.map(({ id }, index) => (
            <Button key={id} size="small" disabledReason={reason} onPress={() => void showOfHands(id, "FOR")}>
              {w.restFor(index + 1)}
            </Button>
          ))}
        </div>
        <ul aria-label={w.positions} className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
          {voices.map((voice) => (
            <li key={voice.household.id} className="grid gap-x-4 gap-y-2 p-2 @2xl:grid-cols-[9rem_1fr]">
              <div className="flex items-center gap-2 @2xl:flex-col @2xl:items-start @2xl:gap-0">
                <span className="text-lead font-semibold">{doorShort(voice.household)}</span>
                <span className="min-w-0 flex-1 truncate text-small text-ink-soft">
                  {voice.speaker ? seatText({ ...voice.speaker, household: null }, language) : w.recused}
                </span>
                {voice.speaker && (
                  <Button size="small" variant="quiet" aria-label={`${names.meetingAction.recuse} ${doorShort(voice.household)}`} disabledReason={whyNot("recuse")} onPress={() => setRecusing(voice)}>
                    {w.recuse}
                  </Button>
                )}
              </div>
              <div className="flex flex-col gap-2">
                {item.options.map((option, index) => (
                  <StanceChoice
                    key={option.id}
                    label={`${doorShort(voice.household)} ${w.optionNo(index + 1)}`}
                    option={w.optionNo(index + 1)}
                    words={item.options.length > 1 ? option.words : ""}
                    value={stanceOf(voice, option.id, item, tapped)}
                    reason={voice.speaker ? reason : w.recused}
                    onChange={(stance) => void take([{ attendanceId: voice.speaker?.id ?? "", optionId: option.id, stance }])}
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
        {item.recusals.length > 0 && (
          <ul aria-label={w.recusals}>
            {item.recusals.map(({ by, reason: why }) => {
              const seat = room.attendance.find(({ id }) => id === by?.id);
              return (
                <li key={by?.id ?? why} className="text-ink-soft">
                  {w.recusedBecause(seat ? seatText(seat, language) : "", why)}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <Suspense>{recusing && <RecuseDialog item={item} voice={recusing} onClose={() => setRecusing(null)} />}</Suspense>
    </Section>
  );
}

