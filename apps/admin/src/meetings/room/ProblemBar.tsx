import { Icon } from "../../ui/Icon.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import type { RoomProblem } from "./use-room.ts";

/** Why the last act did not take effect; stays until it is put away or the next one succeeds. */
export function ProblemBar({ problem, onDismiss }: { problem: RoomProblem; onDismiss: () => void }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  return (
    <div role="alert" className="flex items-start gap-2 bg-bad-soft px-3 py-2 text-bad sm:px-4">
      <Icon name="alert" size="small" className="mt-1" />
      <p className="min-w-0 flex-1 self-center">
        {problem.message === "" ? w.notSent : problem.message}
        {problem.requestId && <span className="ms-2 text-small text-ink-soft select-all">{ui.requestId(problem.requestId)}</span>}
      </p>
      <IconButton icon="close" label={ui.close} variant="quiet" onPress={onDismiss} hasTooltip={false} />
    </div>
  );
}
