const storageKey = "bandeng.signed-in";

export type TabNews = { kind: "in"; personId: string } | { kind: "out" };

/** Tells the other tabs of this browser, which share the cookie, who is signed in now; null: nobody. */
export function tellOtherTabs(personId: string | null): void {
  try {
    // With the moment: storage tells only of changes, and a second sign-in of the same person is news too.
    localStorage.setItem(storageKey, JSON.stringify({ personId, at: Date.now() }));
  } catch {
    // Closed storage: the other tabs learn it from their next request.
  }
}

/** Whoever was let in without a form of ours (the district's sign-on) is news to the other tabs, too. */
export function noteSignedIn(personId: string | undefined): void {
  if (personId !== undefined && personId !== lastTold()) tellOtherTabs(personId);
}

function lastTold(): unknown {
  try {
    return (JSON.parse(localStorage.getItem(storageKey) ?? "{}") as { personId?: unknown }).personId;
  } catch {
    return undefined;
  }
}

export function onOtherTab(listener: (news: TabNews) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key !== storageKey || newValue === null) return;
    try {
      const { personId } = JSON.parse(newValue) as { personId: unknown };
      listener(typeof personId === "string" ? { kind: "in", personId } : { kind: "out" });
    } catch {
      // Not written by us.
    }
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
