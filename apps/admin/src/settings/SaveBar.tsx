import { Notice } from "../cases/actions/Notice.tsx";
import type { Verb } from "../people/use-verb.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { communityWords } from "./community-words.ts";

export interface SaveBarProps {
  verb: Verb;
  isChanged: boolean;
  reason: string | undefined;
  onSave: () => void;
  onUndo: () => void;
  onReload: () => void;
}

/** Why something was not saved, and the buttons; in view however long the list above is. */
export function SaveBar({ verb, isChanged, reason, onSave, onUndo, onReload }: SaveBarProps) {
  const w = useWords(communityWords);
  const isOvertaken = verb.refusal?.code === "CONFLICT";
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-paper py-2">
      {(verb.refusal ?? verb.failure) && (
        <Notice tone="bad" requestId={verb.failure?.requestId}>
          {verb.refusal?.message ?? verb.failure?.message}
        </Notice>
      )}
      {reason && (
        <p className="flex items-start gap-2 text-ink-soft">
          <Icon name="lock" size="small" className="mt-0.5" />
          {reason}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onPress={onSave} isPending={verb.isPending} disabledReason={reason ?? (isChanged ? undefined : w.unchanged)}>
          {w.save}
        </Button>
        {isChanged && <Button onPress={onUndo}>{w.undo}</Button>}
        {isOvertaken && <Button onPress={onReload}>{w.reload}</Button>}
      </div>
    </div>
  );
}
