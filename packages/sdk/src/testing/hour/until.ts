const WAITS_MS = 120_000;

export const pause = (milliseconds = 100): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until it is so. @throws Error with what `who` tells when it takes too long */
export async function until(is: () => boolean | Promise<boolean>, who: () => string): Promise<void> {
  for (const end = Date.now() + WAITS_MS; !(await is()); await pause()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${who()}`);
  }
}
