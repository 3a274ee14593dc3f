import { namesIn } from "@bandeng/domain";
import { categoryName, useOwnTrees } from "../categories/own-trees.ts";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { LookersLine } from "../live/Lookers.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { LevelMark, StatusChip } from "./CaseMarks.tsx";
import { placeText } from "./case-text.ts";
import { caseWords } from "./case-words.ts";
import { DueLine } from "./DueLine.tsx";
import { useNow } from "../words/use-now.ts";

/** What one must know of a case at a glance; the title stands above it. */
export function CaseHeader({ card }: { card: CaseCardFragment }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const names = namesIn(language);
  useOwnTrees();
  const category = card.category ? (categoryName(card.category, card.gridCode, language) ?? card.category) : null;
  const isMasked = card.visibility === "MASKED";
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip status={card.status} />
        <LevelMark level={card.level} />
        {card.due ? <DueLine due={card.due} /> : <span className="text-small text-ink-soft">{w.nothingDue}</span>}
      </p>
      {card.onSiteDueAt && card.due?.kind !== "ON_SITE" && (
        <p>
          <DueLine due={{ kind: "ON_SITE", at: card.onSiteDueAt, expected: false }} />
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <span className="select-all">{card.no}</span>
        <span>{names.kind[card.kind]}</span>
        {!isMasked && <span>{category ?? w.noCategory}</span>}
        {card.severity && card.severity !== "NORMAL" && card.severity !== "LOW" && (
          <Chip tone={card.severity === "SAFETY" ? "bad" : "warn"} icon="alert">
            {names.severity[card.severity]}
          </Chip>
        )}
        {card.tags.map((tag) => (
          <Chip key={tag}>{names.tag[tag]}</Chip>
        ))}
        {card.supervised && (
          <Chip tone="warn" icon="eye">
            {w.supervised}
          </Chip>
        )}
        {card.projectNo && (
          <Chip tone="accent" icon="star">
            {w.project(card.projectNo)}
          </Chip>
        )}
        {card.supporters != null && (
          <span className="inline-flex items-center gap-1">
            <Icon name="people" size="small" />
            {w.supporters(card.supporters)}
          </span>
        )}
        {card.reopenCount > 0 && (
          <span className="inline-flex items-center gap-1 text-warn">
            <Icon name="refresh" size="small" />
            {w.reopened(card.reopenCount)}
          </span>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <span className="inline-flex items-center gap-1">
          <Icon name="pin" size="small" />
          {isMasked ? null : placeText(card.place, w) || w.placeUnknown}
          <span>{card.gridName ?? w.unknownGrid}</span>
        </span>
        <span>
          {names.event.COLLECTED} {format.shortDate(card.collectedAt, now)}
        </span>
      </p>
      <LookersLine caseId={card.id} />
      {card.appealed && card.status === "COLLECTED" && <p className="text-warn">{w.appealed}</p>}
    </div>
  );
}
