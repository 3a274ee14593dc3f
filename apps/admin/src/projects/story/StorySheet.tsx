import { useFormat, useWords } from "../../words/useWords.tsx";
import { noonOf } from "../project-text.ts";
import { words } from "../project-words.ts";
import type { ToldStory } from "./story-document.ts";

/** One page of paper: how it was, what was done, what came of it. No name, no phone, no address of a resident. */
export function StorySheet({ story }: { story: ToldStory }) {
  const w = useWords(words);
  const format = useFormat();
  const { title, no, community, problem, measures, numbers, consent, milestones, satisfied, basic, asked, adoptedOn, struckOffOn } = story;
  const pairs = Array.from({ length: Math.max(story.before.length, story.after.length) }, (_, i) => [story.before[i], story.after[i]] as const);
  return (
    <>
      <header>
        <p>{w.storyHead(community, no)}</p>
        <h2>{title}</h2>
        <p>{w.storyDays(format.date(noonOf(adoptedOn)), format.date(noonOf(struckOffOn)))}</p>
      </header>
      {pairs.length > 0 && (
        <div className="pairs">
          {pairs.map(([before, after], i) => (
            <div key={before?.id ?? after?.id ?? i}>
              <Photo label={w.storyBefore} url={before?.url} />
              <Photo label={w.storyAfter} url={after?.url} />
            </div>
          ))}
        </div>
      )}
      {problem && (
        <section>
          <h3>{w.storyProblem}</h3>
          <p>{problem}</p>
        </section>
      )}
      {measures && (
        <section>
          <h3>{w.storyMeasures}</h3>
          <p>{measures}</p>
        </section>
      )}
      {numbers.length > 0 && (
        <section>
          <h3>{w.storyNumbers}</h3>
          <dl className="numbers">
            {numbers.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h3>{w.storyConsent}</h3>
        {consent && (
          <dl className="numbers">
            {(
              [
                [w.storyHouseholds, consent.households],
                [w.storyFor, consent.for],
                [w.storyAccept, consent.accept],
                [w.storyAgainst, consent.against],
              ] as const
            ).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{format.number(value)}</dd>
              </div>
            ))}
          </dl>
        )}
        {asked > 0 && <p>{w.storySatisfied(satisfied, basic, asked)}</p>}
      </section>
      <section>
        <h3>{w.storySteps}</h3>
        <ol>
          {milestones.map((step) => (
            <li key={step.title}>
              <span>{step.title}</span>
              <span>{step.doneOn ? format.date(noonOf(step.doneOn)) : ""}</span>
            </li>
          ))}
        </ol>
      </section>
      <footer>{w.storyFoot}</footer>
    </>
  );
}

function Photo({ label, url }: { label: string; url: string | undefined }) {
  if (!url) return <span />;
  return (
    <figure>
      <img src={url} alt={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
