import { Button, type ButtonProps } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { sessionWords } from "./session-words.ts";
import { type Attempt, clockOf } from "./use-attempt.ts";

/** Sends the form; while one has to wait it says how long, and sends nothing. */
export function AttemptButton({ attempt, label, ...given }: { attempt: Attempt; label: string } & Pick<ButtonProps, "wide" | "variant">) {
  const words = useWords(sessionWords);
  const { isPending, secondsLeft } = attempt;
  return (
    <Button variant="primary" {...given} type="submit" isPending={isPending} disabledReason={secondsLeft > 0 ? words.tryAgainIn(secondsLeft) : undefined}>
      {secondsLeft > 0 ? `${label} (${clockOf(secondsLeft)})` : label}
    </Button>
  );
}
