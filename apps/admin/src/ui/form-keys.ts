import { type KeyboardEvent, type RefObject, useEffect } from "react";

/** What the keyboard goes to: in a group of radio buttons the one that Tab would reach. */
export const firstField = ':is(input, textarea, [role="spinbutton"], button):not([tabindex="-1"])';

/** Ctrl/⌘+Enter submits from every field of a form. */
export function submitByKey(event: KeyboardEvent, submit: () => void): void {
  // While an input method composes, Enter belongs to it.
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  submit();
}

/** After each answer (`answered` counts them) the keyboard goes to the first field that it complains about. */
export function useFirstInvalid(form: RefObject<HTMLFormElement | null>, answered: number): void {
  useEffect(() => {
    if (answered > 0) form.current?.querySelector<HTMLElement>(`[data-invalid] ${firstField}`)?.focus();
  }, [form, answered]);
}
