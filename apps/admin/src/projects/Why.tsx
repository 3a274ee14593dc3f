import { namesIn } from "@bandeng/domain";
import { CaseMentionLine } from "../cases/CaseMentionLine.tsx";
import { Section } from "../cases/Section.tsx";
import type { ProjectWholeQuery } from "../graphql/graphql.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

export type ProjectCases = NonNullable<ProjectWholeQuery["project"]>["cases"];

/** How many of the residents' sentences are shown before the rest is folded away. */
const shownVoices = 4;

/** 为什么立项: problem, goal, measures; the cases behind it and what residents said. */
export function Why({ project, cases, block, onTask }: PartGiven & { cases: ProjectCases }) {
  const w = useWords(words);
  const texts = [
    [w.problem, project.problem],
    [w.goal, project.goal],
    [w.measures, project.measures],
  ] as const;
  return (
    <Section title={w.why} aside={<TaskButton task={{ action: "amendPlan" }} {...{ block, onTask }} />}>
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[5rem_1fr]">
        {texts.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className={text ? "whitespace-pre-wrap" : "text-ink-soft"}>{text || w.notWritten}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <h4 className="flex-1 font-medium">{w.cases}</h4>
        <TaskButton task={{ action: "addCase" }} {...{ block, onTask }} />
      </div>
      {cases.length === 0 ? <p className="text-ink-soft">{w.casesHidden}</p> : cases.map((mention) => <CaseMentionLine key={mention.id} mention={mention} />)}
      <Voices cases={cases} />
    </Section>
  );
}

function Voices({ cases }: { cases: ProjectCases }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const channel = namesIn(language).channel;
  const voices = cases.flatMap(({ opinions }) => opinions).toSorted((a, b) => a.voicedAt.localeCompare(b.voicedAt));
  if (voices.length === 0) return null;
  const list = (some: typeof voices) => (
    <ul className="grid gap-3 sm:grid-cols-2">
      {some.map((one) => (
        <li key={one.id} className="min-w-0">
          <blockquote className="border-s-2 border-line-strong ps-3 break-words whitespace-pre-wrap">{one.words}</blockquote>
          <p className="ps-3 text-small text-ink-soft">
            {one.anonymous ? w.anonymous : (one.reporter?.name ?? w.anonymous)} · {channel[one.channel]} · {format.shortDate(one.voicedAt, now)}
          </p>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h4 className="mt-3 mb-2 font-medium">{w.voices}</h4>
      {list(voices.slice(0, shownVoices))}
      {voices.length > shownVoices && (
        <details className="mt-3">
          <summary className="min-h-control-small cursor-pointer text-accent">{w.moreVoices(voices.length - shownVoices)}</summary>
          <div className="mt-2">{list(voices.slice(shownVoices))}</div>
        </details>
      )}
    </>
  );
}
