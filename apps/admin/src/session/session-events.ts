/** What happens to the session, told across features: the client hears of its end first, the session asks to sign in again. */
function makeEvent(): { tell: () => void; hear: (listener: () => void) => () => void } {
  const listeners = new Set<() => void>();
  return {
    tell: () => listeners.forEach((listener) => listener()),
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const ended = makeEvent();
const renewed = makeEvent();
const unfinished = makeEvent();

/** An answer said UNAUTHENTICATED (client.ts). */
export const sessionEnded = ended.tell;
export const onSessionEnded = ended.hear;

/** The same person is signed in again: what failed meanwhile may be asked once more. */
export const sessionRenewed = renewed.tell;
export const onSessionRenewed = renewed.hear;

/** An answer said that this session may do nothing until something else is done: the viewer's stage tells what. */
export const sessionUnfinished = unfinished.tell;
export const onSessionUnfinished = unfinished.hear;
