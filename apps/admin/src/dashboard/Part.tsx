import type { ReactNode } from "react";
import type { CombinedError } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Section } from "../cases/Section.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { dashboardWords } from "./dashboard-words.ts";

export interface PartProps {
  title: string;
  aside?: ReactNode;
  asked: { readonly error: CombinedError | undefined; readonly isAsking: boolean; readonly again: () => void };
  /** Absent while there is nothing to show yet. */
  children: ReactNode;
  lines?: number;
}

/** A part of the dashboard that is asked for by itself: one that fails leaves the others standing. */
export function Part({ title, aside, asked, children, lines = 4 }: PartProps) {
  const w = useWords(dashboardWords);
  return (
    <div className="rounded-one border border-line bg-surface p-3">
      <Section level={2} title={title} aside={aside}>
        {children != null ? (
          children
        ) : asked.error ? (
          <ErrorState title={w.failed} requestId={requestIdOf(asked.error)} onRetry={asked.again} isRetrying={asked.isAsking}>
            {w.failedNote}
          </ErrorState>
        ) : (
          <Skeleton label={w.loading} lines={lines} />
        )}
      </Section>
    </div>
  );
}
