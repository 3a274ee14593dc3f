import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { formId } from "./IntakeForm.tsx";
import { intakeWords } from "./intake-words.ts";

export interface SendBarProps {
  /** Why the server said no, where that belongs to no part of the form. */
  refusal: string | undefined;
  isSending: boolean;
  /** Absent while there is nothing to clear. */
  onClear: (() => void) | undefined;
}

/** Under the thumb, below what scrolls rather than over it: nothing that has the focus is ever behind it. */
export function SendBar({ refusal, isSending, onClear }: SendBarProps) {
  const words = useWords(intakeWords);
  return (
    <div className="border-t border-line bg-paper px-3 py-2 sm:px-4">
      <div className="mx-auto flex max-w-xl flex-col gap-2 lg:mx-0 lg:max-w-[40rem]">
        {refusal && (
          <p role="alert" className="flex items-start gap-2 text-bad">
            <Icon name="alert" size="small" className="mt-0.5" />
            {refusal}
          </p>
        )}
        <div className="flex gap-2">
          {onClear && <Button onPress={onClear}>{words.clear}</Button>}
          <Button type="submit" form={formId} variant="primary" className="flex-1 lg:flex-none lg:px-8" isPending={isSending}>
            {words.send}
          </Button>
        </div>
      </div>
    </div>
  );
}
