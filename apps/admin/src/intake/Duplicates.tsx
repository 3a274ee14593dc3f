import { namesIn, phraseOf, whyNot } from "@bandeng/domain";
import { useEffect } from "react";
import { useQuery } from "urql";
import { type Card, ruleCard, ruleViewer } from "../board/card.ts";
import { shortNo } from "../cases/case-text.ts";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { useSettled } from "./buildings.ts";
import { type Draft, placeOf } from "./draft.ts";
import { duplicatesDocument } from "./duplicates-document.ts";
import { intakeWords } from "./intake-words.ts";

export interface DuplicatesProps {
  draft: Draft;
  /** It is the same matter: what was typed joins this case instead of becoming one. */
  onSame: (card: Card) => void;
}

const first = 3;
/** Fewer signs say nothing yet, unless a category does. */
const fewestSigns = 4;

/** 同一件事? What is known of the place and sounds alike, while somebody types. People decide; nothing is drawn when nothing is likely. */
export default function Duplicates({ draft, onSame }: DuplicatesProps) {
  const words = useWords(intakeWords);
  const { kind, category, place } = draft;
  const typed = draft.words.trim();
  const settled = useSettled(typed, 400);
  const isWorth = place !== null && place !== "unknown" && (settled.length >= fewestSigns || category !== null);
  const [{ data }] = useQuery({
    query: duplicatesDocument,
    variables: { place: place === null || place === "unknown" ? {} : placeOf(place), kind, category, words: settled, first },
    pause: !isWorth,
  });
  const found = isWorth ? (data?.likelyDuplicates ?? []) : [];
  const count = found.length;
  useEffect(() => {
    if (count > 0) announce(words.similar(count));
  }, [count, words]);
  if (count === 0) return null;
  return (
    <section aria-labelledby="same-matter" className="flex flex-col gap-2 rounded-one border border-warn bg-warn-soft p-3">
      <h2 id="same-matter" className="font-medium text-warn">
        {words.sameMatter}
      </h2>
      <ul className="flex flex-col gap-2">
        {found.map(({ case: card }) => (
          <Similar key={card.id} card={card} onSame={() => onSame(card)} />
        ))}
      </ul>
      <p className="text-small text-ink-soft">{words.sameMatterNote}</p>
    </section>
  );
}

function Similar({ card, onSame }: { card: Card; onSame: () => void }) {
  const words = useWords(intakeWords);
  const { terms } = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const viewer = useViewer();
  const names = namesIn(language);
  const no = whyNot("support", ruleCard(card), ruleViewer(viewer));
  const where = [card.place.buildingAddress, card.place.unitNo === null || card.place.unitNo === undefined ? null : words.unitNo(card.place.unitNo)];
  const about = [...where, names.status[card.status], words.recordedOn(format.shortDate(card.collectedAt, now)), (card.supporters ?? 0) > 1 ? words.supporters(card.supporters ?? 0) : null];
  return (
    <li className="flex flex-col gap-1.5 rounded-one border border-line bg-surface p-2">
      <p className="font-medium">
        {terms.kindSeal[card.kind]} · {card.title}
      </p>
      <p className="text-small text-ink-soft">
        {shortNo(card.no)} · {about.filter(Boolean).join(" · ")}
      </p>
      <Button icon="link" wide aria-label={`${words.join} ${shortNo(card.no)}`} disabledReason={no ? phraseOf(no, language) : undefined} onPress={onSame}>
        {words.join}
      </Button>
    </li>
  );
}
