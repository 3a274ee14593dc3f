import { useNavigate } from "@tanstack/react-router";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";

/** From the drawer to the page of its own, whose address can be sent to somebody. */
export function OpenPageButton({ no, leave }: { no: string; leave: (then: () => void) => void }) {
  const w = useWords(caseWords);
  const navigate = useNavigate();
  return <IconButton icon="external" label={w.openPage} tooltipPlacement="bottom" onPress={() => leave(() => void navigate({ to: "/cases/$no", params: { no } }))} />;
}
