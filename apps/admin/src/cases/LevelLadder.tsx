import { caseLevels, levelRank, namesIn } from "@bandeng/domain";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { rungEdge } from "./CaseMarks.tsx";
import { caseWords } from "./case-words.ts";
import { Section } from "./Section.tsx";
import { useNow } from "../words/use-now.ts";
import { rungTime } from "./working-days.ts";

type Detail = Pick<CaseDetailFragment, "segments" | "holds" | "level" | "maxLevel" | "status">;

/** The ladder, highest rung on top: how long the case stood on each, what was due, what was missed. */
export function LevelLadder({ detail }: { detail: Detail }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  if (detail.segments.length === 0) {
    return (
      <Section title={w.ladder}>
        <p className="text-ink-soft">{w.ladderEmpty}</p>
      </Section>
    );
  }
  const top = Math.max(levelRank(detail.maxLevel), levelRank("COMMUNITY"));
  const rungs = caseLevels.slice(0, top).toReversed();
  return (
    <Section title={w.ladder}>
      <ol className="flex flex-col gap-1">
        {rungs.map((level) => {
          const segments = detail.segments.filter((segment) => segment.level === level);
          const isHere = segments.some(({ endedAt }) => endedAt == null);
          return (
            <li key={level} className={`border-s-4 py-1 ps-3 ${segments.length > 0 ? rungEdge[level] : "border-line"}`}>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className={segments.length > 0 ? "font-medium" : "text-ink-soft"}>{names.level[level]}</span>
                {isHere && <span className="text-small text-accent">{w.rungNow}</span>}
                {segments.length === 0 && <span className="text-small text-ink-soft">{w.rungNever}</span>}
              </p>
              {segments.map((segment) => (
                <Stretch key={segment.no} segment={segment} holds={detail.holds} />
              ))}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

type Segment = CaseDetailFragment["segments"][number];

const isEnding = (by: string | null | undefined): by is "LEVEL_UP" | "DUE" | "LEVEL_DOWN" | "RESOLVED" | "END" =>
  by === "LEVEL_UP" || by === "DUE" || by === "LEVEL_DOWN" || by === "RESOLVED" || by === "END";

function Stretch({ segment, holds }: { segment: Segment; holds: CaseDetailFragment["holds"] }) {
  const w = useWords(caseWords);
  const format = useFormat();
  const now = useNow();
  const { used, paused } = rungTime(segment, holds, now);
  const isRunning = segment.endedAt == null;
  const isMissed = segment.endedBy === "DUE" || (segment.dueAt != null && (segment.endedAt ?? new Date(now).toISOString()) > segment.dueAt);
  const day = (moment: string) => format.shortDate(moment, now);
  const share = Math.min(1, segment.days === 0 ? 1 : used / segment.days);
  const notes = [
    segment.endedAt ? w.startedEnded(day(segment.startedAt), day(segment.endedAt)) : w.startedOn(day(segment.startedAt)),
    segment.dueAt ? w.dueWas(`${day(segment.dueAt)} ${format.time(segment.dueAt)}`) : w.byMilestones,
    ...(segment.extendedBy > 0 ? [w.extended(segment.extendedBy)] : []),
    ...(paused > 0 ? [w.paused(paused)] : []),
    ...(isEnding(segment.endedBy) ? [w.endedBy[segment.endedBy]] : []),
  ];
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <span>{segment.dueAt ? (isRunning ? w.usedOfRunning(used, segment.days) : w.usedOf(used, segment.days)) : w.used(used)}</span>
        {isMissed && (
          <span className="inline-flex items-center gap-1 text-small font-medium text-bad">
            <Icon name="alert" size="small" />
            {w.missed}
          </span>
        )}
      </p>
      {segment.dueAt && (
        // The words above say the same.
        <div aria-hidden="true" className="my-1 h-1 max-w-80 overflow-hidden rounded-full bg-pressed">
          <div className={`h-full ${isMissed ? "bg-bad-fill" : "bg-accent"}`} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <p className="text-small text-ink-soft">{notes.join(" · ")}</p>
    </div>
  );
}
