import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";
import type { Verb } from "./use-verb.ts";

/** What the keyboard goes to: in a group of radio buttons the one that Tab would reach. */
const firstField = ':is(input, textarea, [role="spinbutton"], button):not([tabindex="-1"])';

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
  verb: Verb;
  onSubmit: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Heading, errors and buttons that the forms on people share. Ctrl/⌘+Enter submits from every field. */
export function VerbForm({ title, submitLabel = title, hideTitle = false, note, isDangerous = false, verb, onSubmit, onCancel, children }: VerbFormProps) {
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
  useEffect(() => {
    if (verb.answered > 0) form.current?.querySelector<HTMLElement>(`[data-invalid] ${firstField}`)?.focus();
  }, [verb.answered]);

  const byKey = (event: KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={headingId}
      onKeyDownCapture={byKey}
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
      <div className="sticky bottom-0 flex flex-wrap justify-end gap-2 bg-(--form-ground,var(--raised)) pt-1 pb-0.5">
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button type="submit" variant={isDangerous ? "danger" : "primary"} isPending={verb.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
