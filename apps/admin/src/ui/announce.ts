type Politeness = "polite" | "assertive";

/**
 * Two live regions at the end of the body. Made by hand, outside React: they must exist before the first message, and stay
 * readable while a dialog hides the rest of the page (React Aria leaves elements with data-live-announcer alone).
 */
const regions = new Map<Politeness, HTMLElement>();

function region(politeness: Politeness): HTMLElement {
  const known = regions.get(politeness);
  if (known?.isConnected) return known;
  const made = document.createElement("div");
  made.className = "sr-only";
  made.setAttribute("aria-live", politeness);
  // A log, not an alert or status: those are the names of things that are seen, too.
  made.setAttribute("role", "log");
  made.dataset["liveAnnouncer"] = "true";
  document.body.append(made);
  regions.set(politeness, made);
  return made;
}

/** Called once at the start: screen readers watch only regions that were there before their words. */
export function prepareAnnouncements(): void {
  region("polite");
  region("assertive");
}

/** Says something that is only to be seen otherwise: a card moved, a filter found 12 cases. Not for what has the focus anyway. */
export function announce(message: string, politeness: Politeness = "polite"): void {
  const target = region(politeness);
  const line = document.createElement("p");
  line.textContent = message;
  target.append(line);
  // Kept long enough to be picked up, removed so that nobody browses into old news.
  setTimeout(() => line.remove(), 7000);
}
