import { namesIn } from "@bandeng/domain";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { RevealButton } from "../personal/RevealButton.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";
import { Section } from "./Section.tsx";
import { useNow } from "../words/use-now.ts";

/** Recorded later than this after it was voiced, the lag is worth saying (the freshness of domain.md counts it). */
const lateMilliseconds = 86_400_000;

/** What residents said in their own words, merged opinions included; when it was said apart from when it was written down. */
export function Voices({ opinions, collectedAt }: Pick<CaseDetailFragment, "opinions" | "collectedAt">) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const channel = namesIn(language).channel;
  const moment = (at: string) => `${format.shortDate(at, now)} ${format.time(at)}`;
  return (
    <Section title={w.voices}>
      {opinions.length === 0 && <p className="text-ink-soft">{w.noVoices}</p>}
      <ul className="flex flex-col gap-3">
        {opinions.map((opinion) => {
          const by = opinion.recordedBy?.name ?? w.system;
          const isLate = Date.parse(opinion.recordedAt) - Date.parse(opinion.voicedAt) > lateMilliseconds;
          return (
            <li key={opinion.id}>
              <blockquote className="border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{opinion.words}</blockquote>
              <p className="mt-1 flex flex-wrap items-center gap-x-2 ps-3 text-small text-ink-soft">
                <span className="font-medium text-ink">{opinion.reporter?.name ?? w.anonymous}</span>
                <RevealButton person={opinion.reporter ?? null} />
                <span>{channel[opinion.channel]}</span>
                <span>{w.saidAt(moment(opinion.voicedAt))}</span>
                <span className={isLate ? "text-warn" : ""}>{isLate ? w.recordedLater(moment(opinion.recordedAt), by) : w.recordedAt(moment(opinion.recordedAt), by)}</span>
                {opinion.recordedAt > collectedAt && opinions.length > 1 && <Chip isBare>{w.mergedIn}</Chip>}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
