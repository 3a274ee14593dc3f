import type { CaseKind, CaseLevel, CaseStatus } from "@bandeng/domain";
import { namesOf } from "../board/names-of.ts";
import { Chip } from "../ui/Chip.tsx";
import type { Tone } from "../ui/tone.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";

/** The seal of a kind: 谈 · 议 · 评. Its name is read out. */
export function KindSeal({ kind }: { kind: CaseKind }) {
  const { terms } = useWords();
  const { language } = useLanguage();
  return (
    <span role="img" aria-label={namesOf(language).kind[kind]} lang="zh-CN" className="inline-flex size-6 shrink-0 items-center justify-center rounded-[3px] border border-accent text-body leading-none font-semibold text-accent large:size-7">
      {terms.kindSeal[kind]}
    </span>
  );
}

const tones: Record<CaseStatus, Tone> = {
  COLLECTED: "accent",
  ACCEPTED: "neutral",
  DELIBERATING: "neutral",
  IN_PROGRESS: "neutral",
  ON_HOLD: "warn",
  RESOLVED: "accent",
  CLOSED: "good",
  MERGED: "neutral",
  DECLINED: "neutral",
  WITHDRAWN: "neutral",
};

export function StatusChip({ status }: { status: CaseStatus }) {
  const { language } = useLanguage();
  const icon = status === "ON_HOLD" ? "pause" : status === "CLOSED" ? "done" : undefined;
  return (
    <Chip tone={tones[status]} {...(icon ? { icon } : {})}>
      {namesOf(language).status[status]}
    </Chip>
  );
}

/** The rungs' colours are a thin edge, and words; never a ground. */
export const rungEdge: Record<CaseLevel, string> = {
  BUILDING: "border-rung-building",
  COMPOUND: "border-rung-compound",
  COMMUNITY: "border-rung-community",
  STREET: "border-rung-referred",
  DISTRICT: "border-rung-referred",
};

export function LevelMark({ level }: { level: CaseLevel }) {
  const { language } = useLanguage();
  return <span className={`border-s-2 ps-1.5 text-small ${rungEdge[level]}`}>{namesOf(language).level[level]}</span>;
}
