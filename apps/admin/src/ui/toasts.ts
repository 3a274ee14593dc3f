import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";
import type { Tone } from "./tone.ts";

export interface ToastContent {
  title: string;
  description?: string | undefined;
  tone: Tone;
  /** One way to answer; pressing it also closes the toast. */
  action?: { label: string; onPress: () => void } | undefined;
  /** How long it stays; undefined: until it is closed. */
  seconds?: number | undefined;
}

/** One queue for the page; ToastRegion draws it and is loaded with the first toast. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

export interface ToastGiven extends Omit<ToastContent, "tone"> {
  tone?: Tone;
}

/**
 * Shows a message at the edge of the page and returns how to close it. With an action it stays ten seconds (the undo of
 * the board), else five; an error stays until it is closed. The clock stands still under the pointer and with the focus.
 */
export function showToast({ tone = "neutral", ...given }: ToastGiven): () => void {
  const seconds = given.seconds ?? (tone === "bad" ? undefined : given.action ? 10 : 5);
  const key = toastQueue.add({ ...given, tone, seconds }, seconds === undefined ? {} : { timeout: seconds * 1000 });
  return () => toastQueue.close(key);
}
