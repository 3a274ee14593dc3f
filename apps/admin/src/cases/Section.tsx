import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  aside?: ReactNode;
  /** 3 below the heading of a case, 2 on a page of its own. */
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of the overview under its own heading. */
export function Section({ title, aside, level = 3, children }: SectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 border-b border-line pb-1">
        <Heading id={id} className="font-semibold">
          {title}
        </Heading>
        {aside && <span className="ms-auto text-small text-ink-soft">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
