import { namesIn, type CaseAction } from "@bandeng/domain";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { firstField, submitByKey, useFirstInvalid } from "../../ui/form-keys.ts";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { Notice } from "./Notice.tsx";
import type { Act } from "./use-act.ts";

export interface ActionFrameProps {
  action: CaseAction;
  act: Act;
  onSubmit: () => void;
  onCancel: () => void;
  /** What it will do, where that is not plain from its name. */
  note?: string | undefined;
  isDangerous?: boolean;
  /** Nothing to decide on: why it cannot be submitted. */
  blockedReason?: string | undefined;
  children?: ReactNode;
}

/** Heading, errors and buttons that all action forms share. Ctrl/⌘+Enter submits from every field. */
export function ActionFrame({ action, act, onSubmit, onCancel, note, isDangerous = false, blockedReason, children }: ActionFrameProps) {
  const { ui } = useWords();
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const name = namesIn(language).action[action];
  const headingId = useId();
  const form = useRef<HTMLFormElement>(null);
  const noLonger = act.conflict?.since?.actions.find((one) => one.action === action && !one.allowed)?.message;
  const blocked = blockedReason ?? (noLonger ? w.noLonger(noLonger) : undefined);

  // A form without fields has nothing else to take the focus: the keyboard goes on from its button.
  useEffect(() => {
    if (!form.current?.contains(document.activeElement)) form.current?.querySelector<HTMLElement>(firstField)?.focus();
  }, []);
  useFirstInvalid(form, act.answered);

  const submit = () => {
    if (!blocked && !act.isPending) onSubmit();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={headingId}
      onKeyDownCapture={(event) => submitByKey(event, submit)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex w-full min-w-0 flex-col gap-3"
    >
      <div>
        <h3 id={headingId} className="text-lead font-semibold">
          {name}
        </h3>
        {note && <p className="text-ink-soft">{note}</p>}
      </div>
      {act.conflict && <ConflictNotice conflict={act.conflict} />}
      {children}
      {act.refusal && <Notice tone="bad">{act.refusal.message}</Notice>}
      {act.failure && (
        <Notice tone="bad" title={act.failure.isOffline ? w.notSent : w.failedTitle} requestId={act.failure.requestId}>
          {act.failure.isOffline ? w.notSentNote : act.failure.message}
        </Notice>
      )}
      {/* In view however long the form is; on the ground of whatever the form lies on. */}
      <div className="sticky bottom-0 flex flex-wrap items-center justify-end gap-2 bg-(--form-ground,var(--raised)) pt-1 pb-0.5">
        <span className="me-auto hidden text-small text-ink-soft sm:block">{w.submitKeys}</span>
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button type="submit" variant={isDangerous ? "danger" : "primary"} isPending={act.isPending} disabledReason={blocked}>
          {name}
        </Button>
      </div>
    </form>
  );
}
