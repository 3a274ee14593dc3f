import { type ReactNode, type Ref, useId } from "react";
import { labelLook } from "../ui/field-look.tsx";

export interface SectionProps {
  title: string;
  /** What is missing or wrong here. */
  error?: string | undefined;
  /** Takes the focus when something here has to be put right. */
  sectionRef?: Ref<HTMLElement>;
  children: ReactNode;
}

/** One question of the page, with its answer. */
export function Section({ title, error, sectionRef, children }: SectionProps) {
  const id = useId();
  return (
    <section
      ref={sectionRef}
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex scroll-mt-2 flex-col gap-1.5 rounded-one"
    >
      <h2 id={id} className={labelLook}>
        {title}
      </h2>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-small text-bad">
          {error}
        </p>
      )}
    </section>
  );
}
