import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import type { AuthRefusal } from "./auth-request.ts";
import { sessionWords } from "./session-words.ts";

/** What stands in the way of an attempt, read out at once. `refused` replaces the server's sentence. */
export function AttemptLine({ refusal, refused }: { refusal: AuthRefusal | null; refused?: string }) {
  const words = useWords(sessionWords);
  const { ui } = useWords();
  if (!refusal) return null;
  return (
    // The seconds are said once, with the first of them; the button shows them running.
    <p role="alert" className="flex items-start gap-2 rounded-one bg-bad-soft px-3 py-2 text-bad">
      <Icon name="alert" size="small" className="mt-0.5" />
      <span className="min-w-0">
        {refusal.kind === "wait" ? words.tryAgainIn(refusal.seconds) : refusal.kind === "refused" ? (refused ?? refusal.message) : words[refusal.kind]}
        {refusal.kind === "failed" && refusal.requestId && <span className="block text-small select-all">{ui.requestId(refusal.requestId)}</span>}
      </span>
    </p>
  );
}
