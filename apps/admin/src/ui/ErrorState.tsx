import type { ReactNode } from "react";
import { useWords } from "../words/useWords.tsx";
import { Icon } from "./Icon.tsx";
import { PlainButton } from "./PlainButton.tsx";

export interface ErrorStateProps {
  title?: string;
  /** What happened, in words for people, and what is safe. */
  children?: ReactNode;
  onRetry?: () => void;
  isRetrying?: boolean;
  /** The id under which the log has it. */
  requestId?: string | undefined;
}

/** Something failed: said once, aloud, with a way on and the number to tell. */
export function ErrorState({ title, children, onRetry, isRetrying = false, requestId }: ErrorStateProps) {
  const words = useWords();
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-8 text-center">
      <Icon name="alert" className="size-8! text-bad" />
      <p className="text-lead font-medium">{title ?? words.ui.failed}</p>
      {children && <div className="max-w-96 text-ink-soft">{children}</div>}
      {onRetry && (
        <PlainButton icon="refresh" onClick={onRetry} isPending={isRetrying}>
          {words.ui.retry}
        </PlainButton>
      )}
      {requestId && <p className="text-small text-ink-soft select-all">{words.ui.requestId(requestId)}</p>}
    </div>
  );
}
