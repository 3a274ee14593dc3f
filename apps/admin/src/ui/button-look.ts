import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "body" | "small";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent data-hovered:bg-accent-hover data-pressed:bg-accent-hover",
  plain: "border-line-strong bg-surface text-ink data-hovered:bg-hover data-pressed:bg-pressed",
  quiet: "border-transparent text-ink data-hovered:bg-hover data-pressed:bg-pressed",
  danger: "border-transparent bg-bad-fill text-on-bad data-hovered:opacity-90 data-pressed:opacity-90",
};

/** Blocked looks flat and dashed rather than pale: its label must stay readable. */
const blockedLook = "cursor-not-allowed border-dashed border-line-strong bg-transparent text-ink-soft";

/** The classes of a button; also for links, file triggers and other things that look like one. */
export function buttonLook(given: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  blocked?: boolean;
  iconOnly?: boolean;
  className?: string | undefined;
}): string {
  const { variant = "plain", size = "body", blocked = false, iconOnly = false, className } = given;
  return classes(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-one border text-body whitespace-nowrap select-none transition-colors",
    size === "small" ? "min-h-control-small" : "min-h-control",
    iconOnly ? (size === "small" ? "min-w-control-small" : "min-w-control") : size === "small" ? "px-2" : "px-3",
    blocked ? blockedLook : variants[variant],
    className,
  );
}
