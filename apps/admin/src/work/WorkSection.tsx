import { type ReactNode, useId } from "react";
import { Badge } from "../ui/Badge.tsx";
import { Link } from "../ui/Link.tsx";
import type { Tone } from "../ui/tone.ts";
import { useWords } from "../words/useWords.tsx";
import { workWords } from "./work-words.ts";

export interface WorkSectionProps {
  title: string;
  count: number;
  tone?: Tone;
  /** Said when there is nothing. */
  none: string;
  /** The server has more than are listed. */
  hasMore?: boolean;
  children: ReactNode;
}

/** One list of the page, with how long it is. */
export function WorkSection({ title, count, tone = "neutral", none, hasMore = false, children }: WorkSectionProps) {
  const words = useWords(workWords);
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 className="flex items-center gap-2 text-lead font-semibold">
        <span id={id}>{title}</span>
        {count > 0 && <Badge count={count} tone={tone} />}
      </h2>
      {count === 0 ? <p className="text-ink-soft">{none}</p> : <ul className="flex flex-col gap-2">{children}</ul>}
      {hasMore && (
        <p className="text-small text-ink-soft">
          {words.all(count)} · <Link to="/">{words.onBoard}</Link>
        </p>
      )}
    </section>
  );
}
