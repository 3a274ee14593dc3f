import { useNavigate } from "@tanstack/react-router";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";

/** To the case in its drawer over the board. */
export function OpenCase({ id }: { id: string }) {
  const words = useWords(intakeWords);
  const navigate = useNavigate();
  return (
    <Button wide onPress={() => void navigate({ href: `/?case=${id}` })}>
      {words.open}
    </Button>
  );
}
