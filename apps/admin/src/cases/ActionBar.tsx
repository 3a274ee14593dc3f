import { namesIn, type CaseAction } from "@bandeng/domain";
import { type KeyboardEvent, Suspense, useEffect, useRef } from "react";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { actionForms, fetchActionForm } from "./actions/action-forms.ts";
import type { ActionDone } from "./actions/action-form.ts";
import { caseWords } from "./case-words.ts";
import { orderActions } from "./likely-actions.ts";
import type { Acting } from "./use-acting.ts";

export interface ActionBarProps {
  detail: CaseDetailFragment;
  acting: Acting;
  onDone: (result: ActionDone) => void;
}

/**
 * What can be done now: the two or three likely acts as buttons, the other possible ones and all that are not possible, with
 * their reasons, in the menu. The form of the chosen act takes the bar's place, so that the case stays in view above it.
 */
export function ActionBar({ detail, acting, onDone }: ActionBarProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language).action;
  const { first, others, blocked } = orderActions(detail.actions, detail);
  const Form = acting.action && actionForms[acting.action];
  const buttons = useRef<HTMLDivElement>(null);
  const shownBefore = useRef(acting.action);
  useEffect(() => {
    // The form took the focus away with it: the keyboard goes on where the form was opened.
    if (shownBefore.current && !acting.action) buttons.current?.querySelector("button")?.focus();
    shownBefore.current = acting.action;
  }, [acting.action]);
  const done = (result: ActionDone) => {
    acting.end();
    announce(w.done(names[result.action]));
    onDone(result);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Escape leaves the form, not the whole case.
    event.preventDefault();
    event.stopPropagation();
    acting.leave(() => undefined);
  };
  const entry = (action: CaseAction, message?: string | null) => ({ id: action, label: names[action], disabledReason: message ?? undefined });
  return (
    <>
      {Form ? (
        // Keys typed in the form bubble up to here; the form itself is what is interactive.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="max-h-[65dvh] w-full min-w-0 overflow-auto px-1 pt-1 [--form-ground:var(--surface)]" onInput={acting.touch} onKeyDown={escape}>
          <Suspense fallback={<Skeleton label={w.formLoading} lines={3} />}>
            <Form key={`${acting.action} ${detail.id}`} card={detail} onDone={done} onCancel={() => acting.leave(() => undefined)} />
          </Suspense>
        </div>
      ) : (
        <div ref={buttons} className="flex w-full flex-wrap items-center gap-2">
          {first.map(({ action }, index) => (
            <Button
              key={action}
              variant={index === 0 ? "primary" : "plain"}
              onPress={() => acting.open(action)}
              onHoverStart={() => fetchActionForm(action)}
              onFocus={() => fetchActionForm(action)}
            >
              {names[action]}
            </Button>
          ))}
          {first.length === 0 && <span className="text-ink-soft">{w.noActions}</span>}
          <span className="ms-auto">
            <Menu
              label={w.moreActions}
              trigger={
                <Button icon="more">
                  {/* On a phone the words would take a line of their own. */}
                  <span className="max-sm:sr-only">{w.moreActions}</span>
                </Button>
              }
              placement="top end"
              onAction={(id) => acting.open(id as CaseAction)}
              groups={[
                ...(others.length > 0 ? [{ id: "others", label: w.moreAllowed, entries: others.map(({ action }) => entry(action)) }] : []),
                ...(blocked.length > 0 ? [{ id: "blocked", label: w.moreBlocked, entries: blocked.map(({ action, message }) => entry(action, message ?? "")) }] : []),
              ]}
            />
          </span>
        </div>
      )}
      <ConfirmDialog title={w.leaveTitle} isOpen={acting.leaving !== null} onClose={acting.stay} confirmLabel={w.leave} isDangerous onConfirm={acting.discard}>
        {w.leaveText}
      </ConfirmDialog>
    </>
  );
}
