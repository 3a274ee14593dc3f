import { type ReactNode, useId } from "react";

/** A part of the overview under its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 border-b border-line pb-1">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {aside && <span className="ms-auto text-small text-ink-soft">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
