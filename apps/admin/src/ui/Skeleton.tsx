import { classes } from "./classes.ts";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface SkeletonProps {
  /** What is loading, for screen readers; give it once per group, leave it out on the others. */
  label?: string;
  /** Lines of text of falling width; or size it yourself with className. */
  lines?: number;
  className?: string;
}

const widths = ["w-full", "w-11/12", "w-4/5", "w-2/3"];

/** The shape of what is about to come. */
export function Skeleton({ label, lines, className }: SkeletonProps) {
  const bar = "block animate-pulse-soft rounded-one bg-pressed";
  return (
    <span className={classes("block", lines === undefined ? undefined : className)} role={label ? "status" : undefined}>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
      {lines === undefined ? (
        <span className={classes(bar, className ?? "h-4 w-full")} />
      ) : (
        Array.from({ length: lines }, (_, line) => (
          <span key={line} className={classes(bar, "not-first:mt-2 h-4", widths[line % widths.length])} />
        ))
      )}
    </span>
  );
}
