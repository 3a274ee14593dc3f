import type { ReactNode } from "react";
import { useWords } from "../words/useWords.tsx";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface EmptyStateProps {
  /** Why nothing is here: "没有超时的事项". */
  title?: string;
  /** What to do now. */
  children?: ReactNode;
  icon?: IconName;
  /** One button, the next step. */
  action?: ReactNode;
}

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children, icon = "bench", action }: EmptyStateProps) {
  const words = useWords();
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-8 text-center">
      <Icon name={icon} className="size-8! text-ink-soft" />
      <p className="text-lead font-medium">{title ?? words.ui.nothingHere}</p>
      {children && <div className="max-w-96 text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}
