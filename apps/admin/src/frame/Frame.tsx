import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { useWords } from "../words/useWords.tsx";
import { BottomNavigation, SideNavigation } from "./Navigation.tsx";
import { TopBar } from "./TopBar.tsx";

/**
 * Around every page of people who are signed in. After a change of page the focus goes to <main>, which is named by the
 * page's title: a screen reader says where one has come to, and Tab goes on from there.
 */
export function Frame() {
  const words = useWords();
  const titleId = useId();
  const main = useRef<HTMLElement>(null);
  // The page below the frame, without its own sub-routes: a drawer over the board is not a change of page.
  const page = useRouterState({ select: (state) => state.matches[2]?.routeId });
  const shownBefore = useRef(page);
  useEffect(() => {
    if (shownBefore.current === page) return;
    shownBefore.current = page;
    if (!document.activeElement?.closest("[role=dialog]")) main.current?.focus({ preventScroll: true });
  }, [page]);
  return (
    <div className="flex h-dvh print:block print:h-auto">
      <a
        href="#main"
        className="sr-only z-50 rounded-one bg-raised px-3 py-2 shadow-one focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.frame.skipToContent}
      </a>
      <SideNavigation />
      <div className="flex min-w-0 flex-1 flex-col pb-bottom-bar">
        <TopBar titleId={titleId} />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          aria-labelledby={titleId}
          className="relative flex min-h-0 flex-1 flex-col overflow-auto focus-visible:outline-none"
        >
          <Outlet />
        </main>
      </div>
      <BottomNavigation />
    </div>
  );
}
