import { classes } from "./classes.ts";
import { type Tone, toneLook } from "./tone.ts";

export interface BadgeProps {
  count: number;
  /** More than this is told as "99+". */
  most?: number;
  tone?: Tone;
  /** What is counted, for screen readers: "12 件超时". Without it the number is read as it stands. */
  label?: string;
}

/** A small number beside a name. */
export function Badge({ count, most = 999, tone = "neutral", label }: BadgeProps) {
  return (
    <span className={classes("inline-flex min-w-5 items-center justify-center rounded-one px-1 text-small", toneLook[tone])}>
      {label ? (
        <>
          <span aria-hidden="true">{count > most ? `${most}+` : count}</span>
          <span className="sr-only">{label}</span>
        </>
      ) : count > most ? (
        `${most}+`
      ) : (
        count
      )}
    </span>
  );
}
