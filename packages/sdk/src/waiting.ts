/** Waits; ends early, with the signal's reason, when it is aborted. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Twice as long each time, up to the most, and never all at once: between half of it and the whole. */
export function backOff(attempt: number, least: number, most: number): number {
  return Math.min(most, least * 2 ** attempt) * (0.5 + Math.random() / 2);
}
