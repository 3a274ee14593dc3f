import { BandengError, GapError } from "./errors.ts";
import { PAGE_SIZE } from "./pages.ts";
import { backOff, wait } from "./waiting.ts";

/** A stretch of the feed: everything in the key's sight with `after < position <= upTo` is in `changes`. */
export interface ChangeStretch<Change> {
  readonly changes: readonly Change[];
  readonly after: number;
  readonly upTo: number;
  /** Position of the last change that there is. */
  readonly head: number;
}

/** What to follow, and from where. */
export interface FollowOptions {
  /** The position up to which everything is known; 0, the beginning, when not given. */
  readonly after?: number;
  /** Called with each position up to which everything has been handed out and dealt with: keep it, and begin there the next time. */
  readonly save?: (upTo: number) => void | Promise<void>;
  /** Ends it, also while it waits. */
  readonly signal?: AbortSignal;
  /** Ends it when everything that there is at that moment has been handed out. */
  readonly untilHead?: boolean;
  /** The shortest pause between two questions when nothing has happened, in milliseconds; 500 when not given. It doubles up to `rest`. */
  readonly pause?: number;
  /** The longest pause; 5,000 when not given. */
  readonly rest?: number;
}

/** Errors after which it is worth asking again: the server is being started anew, or its budget is used up. */
const PASSING = new Set(["UNREACHABLE", "INTERNAL", "RATE_LIMITED"]);

/**
 * Stretches of the feed, one after the other, without an end. Each begins where the one before ended; that they join, that
 * positions rise and stay within their stretch is checked before a stretch is handed out: nothing is missing, nothing comes twice.
 *
 * @throws GapError when they do not; BandengError when the server refuses for good
 */
export async function* followStretches<Change extends { readonly position: number }>(
  read: (after: number, first: number) => Promise<ChangeStretch<Change>>,
  { after = 0, save, signal, untilHead = false, pause = 500, rest = 5000 }: FollowOptions = {},
): AsyncGenerator<ChangeStretch<Change>, void, undefined> {
  let known = after;
  let end: number | undefined;
  let idle = 0;
  try {
    while (!signal?.aborted) {
      const stretch = await read(known, PAGE_SIZE).catch((error: unknown) => {
        if (error instanceof BandengError && PASSING.has(error.code)) return undefined;
        throw error;
      });
      if (stretch !== undefined) {
        const gap = gapIn(stretch, known);
        if (gap !== undefined) throw new GapError(gap, known);
        if (stretch.upTo > known) {
          yield stretch;
          known = stretch.upTo;
          idle = 0;
          await save?.(known);
        }
        end ??= stretch.head;
        if (untilHead && known >= end) return;
        if (known < stretch.head && idle === 0) continue;
      }
      await wait(backOff(idle++, pause, rest), signal);
    }
  } catch (error) {
    // Whoever ended it has asked for no error.
    if (!signal?.aborted || error instanceof GapError) throw error;
  }
}

/** What is wrong with a stretch that is to join on to what is known; undefined when nothing is. */
function gapIn({ changes, after, upTo, head }: ChangeStretch<{ readonly position: number }>, known: number): string | undefined {
  if (after !== known) return `Asked for what follows ${known}, and was told what follows ${after}`;
  if (head < known) return `The feed ends at ${head}, and had come to ${known}: the server was set back`;
  if (upTo < after || upTo > head) return `A stretch from ${after} to ${upTo} of a feed that ends at ${head}`;
  let last = after;
  for (const { position } of changes) {
    if (position <= last || position > upTo) return `Position ${position} after ${last}, in a stretch up to ${upTo}`;
    last = position;
  }
  return undefined;
}
