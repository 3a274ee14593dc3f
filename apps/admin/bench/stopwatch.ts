import type { Page } from "playwright-core";

/** What is waited for in the page. */
export interface Awaited {
  /** The event that starts the watch. */
  readonly on: string;
  /** What must be in the document, or with `gone` must not, for the watch to stop. */
  readonly selector: string;
  readonly gone?: boolean;
}

declare global {
  interface Window {
    benchWatch?: Promise<number>;
    benchFirst?: number;
    benchWorst?: Map<number, number>;
  }
}

/**
 * Milliseconds from an event (by the browser's own stamp) to the end of the first frame that shows what is awaited. Frames
 * come every 16.7 ms, so this is up to one frame more than the work took.
 */
export async function timeToPaint(page: Page, awaited: Awaited, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(({ on, selector, gone }) => {
    let begun: number | undefined;
    addEventListener(on, (event) => (begun ??= event.timeStamp), { capture: true, once: true });
    window.benchWatch = new Promise((done) => {
      const look = (): void => {
        if (begun === undefined || (document.querySelector(selector) === null) !== (gone ?? false)) return void requestAnimationFrame(look);
        // After the frame: a message is handled when it has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - (begun ?? 0));
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  }, awaited);
  await act();
  return page.evaluate(() => Promise.race([window.benchWatch ?? Promise.resolve(NaN), new Promise<number>((done) => setTimeout(() => done(NaN), 15_000))]));
}

/** Milliseconds from the beginning of a navigation to the end of the first frame with a card. */
export async function firstCards(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector("[data-case]") === null) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.benchFirst ??= performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: "commit" });
  return (await page.waitForFunction(() => window.benchFirst, undefined, { timeout: 60_000 })).jsonValue() as Promise<number>;
}

/** Gathers every interaction from now on: its longest event, from the input to the next frame. */
export function watchInteractions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const worst = (window.benchWorst = new Map<number, number>());
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        const id = entry.interactionId ?? 0;
        if (id > 0) worst.set(id, Math.max(worst.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
}

/** As the web counts INP: the longest interaction, leaving one out for each fifty. Those under 16 ms are not listed by the browser. */
export async function interactionToNextPaint(page: Page, interactions: number): Promise<number> {
  const durations = await page.evaluate(() => [...(window.benchWorst ?? new Map<number, number>()).values()]);
  return durations.toSorted((a, b) => b - a)[Math.floor(interactions / 50)] ?? 16;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
