import { useEffect } from "react";
import { useQuery } from "urql";
import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { unreadDocument } from "./unread-document.ts";

const inboxPanel = lazyPanel(() => import("./InboxPanel.tsx"));
const EVERY_MS = 60_000;

/** The bell in the top bar with the number of what is unread. Asks once a minute while the page is in view, and when it comes into view. */
export function InboxButton() {
  const { frame } = useWords();
  const [{ data }, ask] = useQuery({ query: unreadDocument, requestPolicy: "cache-and-network" });
  useEffect(() => {
    const askAgain = () => document.visibilityState === "visible" && ask({ requestPolicy: "network-only" });
    const timer = setInterval(askAgain, EVERY_MS);
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", askAgain);
    };
  }, [ask]);
  const count = data?.unreadNotices ?? 0;
  return (
    <span className="relative inline-flex">
      <PanelButton panel={inboxPanel} panelProps={{}} variant="quiet" icon="bell" label={count === 0 ? frame.inbox : frame.inboxUnread(count > 99 ? "99+" : String(count))} hideLabel />
      {count > 0 && (
        <span aria-hidden="true" className="pointer-events-none absolute end-0 top-0 min-w-4 rounded-full bg-bad px-1 text-center text-[0.6875rem]/4 font-semibold text-on-bad tabular-nums">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </span>
  );
}
