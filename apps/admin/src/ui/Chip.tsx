import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { type Tone, toneLook } from "./tone.ts";

export interface ChipProps {
  children: ReactNode;
  tone?: Tone;
  icon?: IconName;
  /** Only the words and the icon in the tone's colour, without a ground: for dense cards. */
  isBare?: boolean;
  className?: string;
}

/** A state in one or two words. Not a button: what can be pressed is a Button, what can be removed a TagList. */
export function Chip({ children, tone = "neutral", icon, isBare = false, className }: ChipProps) {
  const look = isBare ? (toneLook[tone].split(" ")[1] ?? "") : `rounded-one px-1.5 py-px ${toneLook[tone]}`;
  return (
    <span className={classes("inline-flex max-w-full items-center gap-1 text-small whitespace-nowrap", look, className)}>
      {icon && <Icon name={icon} size="small" className="-ms-0.5" />}
      <span className="min-w-0 truncate">{children}</span>
    </span>
  );
}
