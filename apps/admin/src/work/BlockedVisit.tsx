import { phraseOf, type Refusal } from "@bandeng/domain";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { workWords } from "./work-words.ts";

/** Why no visit can be noted on a case now. */
export default function BlockedVisit({ refusal, no }: { refusal: Refusal; no: string }) {
  const words = useWords(workWords);
  const { language } = useLanguage();
  return (
    <Button icon="user" className="w-full sm:w-auto sm:self-start" aria-label={words.visitedNamed(no)} disabledReason={phraseOf(refusal, language)}>
      {words.visited}
    </Button>
  );
}
