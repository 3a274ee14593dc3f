/** Runs at once, and once more at the end of the while in which it was wanted again: however often that was. */
export function coalesced(run: () => void, everyMs: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const wait = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!isWanted) return;
      isWanted = false;
      run();
      wait();
    }, everyMs);
  };
  const wanted = () => {
    if (timer !== undefined) {
      isWanted = true;
      return;
    }
    run();
    wait();
  };
  return Object.assign(wanted, { cancel: () => clearTimeout(timer) });
}
