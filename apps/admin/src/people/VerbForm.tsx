import { type ReactNode, useEffect, useId, useRef } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { Button } from "../ui/Button.tsx";
import { firstField, submitByKey, useFirstInvalid } from "../ui/form-keys.ts";
import { useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";
import type { Verb } from "./use-verb.ts";

export interface VerbFormProps {
  /** What it does: the heading. */
  title: string;
  /** The verb on the button; the title when not given. */
  submitLabel?: string;
  /** The heading is drawn elsewhere, by a dialog. */
  hideTitle?: boolean;
  /** What it will do, where that is not plain from its name. */
  note?: string | undefined;
  isDangerous?: boolean;
  /** The buttons stand at the end, not in view all the time: for a form with other buttons, which they would lie over. */
  isFootAtEnd?: boolean;
  verb: Verb;
  onSubmit: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Heading, errors and buttons that the forms on people share. Ctrl/⌘+Enter submits from every field. */
export function VerbForm({ title, submitLabel = title, hideTitle = false, note, isDangerous = false, isFootAtEnd = false, verb, onSubmit, onCancel, children }: VerbFormProps) {
  const { ui } = useWords();
  const w = useWords(peopleWords);
  const headingId = useId();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // What was pressed to come here is gone: the keyboard goes on in the form.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) return;
    const field = form.current?.querySelector<HTMLElement>(firstField);
    // A box to type in opens its list when it is focused, over the form that nobody has read yet.
    (field?.role === "combobox" ? heading.current : field)?.focus();
  }, []);
  useFirstInvalid(form, verb.answered);

  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={headingId}
      onKeyDownCapture={(event) => submitByKey(event, onSubmit)}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className="flex w-full min-w-0 flex-col gap-3"
    >
      <div>
        <h3 ref={heading} id={headingId} tabIndex={-1} className={hideTitle ? "sr-only" : "text-lead font-semibold"}>
          {title}
        </h3>
        {note && <p className="text-ink-soft">{note}</p>}
      </div>
      {children}
      {verb.refusal && <Notice tone="bad">{verb.refusal.message}</Notice>}
      {verb.failure && (
        <Notice tone="bad" title={verb.failure.isOffline ? w.notSent : w.failedTitle} requestId={verb.failure.requestId}>
          {verb.failure.isOffline ? w.notSentNote : verb.failure.message}
        </Notice>
      )}
      {/* In view however long the form is; on the ground of whatever the form lies on. */}
      <div className={`flex flex-wrap justify-end gap-2 pt-1 pb-0.5 ${isFootAtEnd ? "" : "sticky bottom-0 bg-(--form-ground,var(--raised))"}`}>
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button type="submit" variant={isDangerous ? "danger" : "primary"} isPending={verb.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
