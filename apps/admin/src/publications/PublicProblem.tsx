import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { useWords } from "../words/useWords.tsx";
import { publicationsWords } from "./publications-words.ts";

/** Why there is nothing to read on a public page, and what to do. */
export function PublicProblem({ kind, onRetry }: { kind: "none" | "busy" | "failed"; onRetry: () => void }) {
  const w = useWords(publicationsWords);
  if (kind !== "none") return <ErrorState title={kind === "busy" ? w.publicBusy : w.publicFailed} onRetry={onRetry} />;
  return (
    <EmptyState title={w.publicMissing} icon="notice">
      {w.publicMissingNote}
    </EmptyState>
  );
}
