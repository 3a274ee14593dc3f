import { localDateOf, plusMonths } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { Section } from "../cases/Section.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { expertEffectDocument } from "./expert-documents.ts";
import { expertWords } from "./expert-words.ts";

const noon = (day: string) => `${day}T12:00:00+08:00`;

/** What experts do: how long disputes of the last year took with and without one; nothing is drawn where nothing may be shown. */
export function EffectLine({ areas }: { areas: readonly string[] }) {
  const w = useWords(expertWords);
  const format = useFormat();
  // The day the page was opened: the figure does not move with the clock.
  const [period] = useState(() => {
    const to = localDateOf(new Date().toISOString());
    return { from: plusMonths(to, -12), to };
  });
  const [{ data }] = useQuery({ query: expertEffectDocument, variables: { areas: [...areas], ...period }, pause: areas.length === 0 });
  if (!data) return null;
  const { withExpert, without } = data.expertEffect;
  const cell = ({ n, medianDays }: { n?: number | null; medianDays?: number | null }) => (n == null || medianDays == null ? w.tooFew : w.effectOf(format.number(medianDays), n));
  return (
    <Section level={2} title={w.effect}>
      <p className="mb-1 text-small text-ink-soft">{w.effectNote(format.date(noon(period.from)), format.date(noon(period.to)))}</p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {([[w.withExpert, withExpert], [w.without, without]] as const).map(([name, one]) => (
          <div key={name} className="flex gap-2">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-medium">{cell(one)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
