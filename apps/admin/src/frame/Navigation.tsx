import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { BenchMark } from "./BenchMark.tsx";
import { setDisplay, useDisplay } from "./display.ts";
import { inBottomBar, useNavigation, type NavigationItem } from "./navigation.ts";

const MorePages = lazy(() => import("./MorePages.tsx"));

const entryLook =
  "flex items-center rounded-one text-ink-soft no-underline hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-ink";

/** Icons and words at the side; a rail of small words under icons where there is less room. */
export function SideNavigation() {
  const words = useWords();
  const navigation = useNavigation();
  const isRail = useDisplay().navigation === "rail";
  return (
    <nav
      aria-label={words.frame.navigation}
      className="hidden shrink-0 flex-col border-e border-line bg-surface sm:flex sm:w-20 rail:lg:w-20 lg:w-48 large:lg:w-56 rail:large:lg:w-24 print:hidden"
    >
      <Link to="/" className="flex h-top-bar items-center justify-center gap-2 border-b border-line text-ink lg:justify-start lg:px-3 rail:lg:justify-center">
        <BenchMark className="size-7" />
        <span className="sr-only text-lead font-semibold lg:not-sr-only rail:lg:sr-only">{words.frame.product}</span>
      </Link>
      <ul className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto p-2">
        {navigation.map((item) => (
          <li key={item.name}>
            <Link
              to={item.to}
              activeOptions={{ exact: item.to === "/", includeSearch: false }}
              className={`${entryLook} min-h-control flex-col gap-0.5 px-1 py-1.5 text-center text-small lg:flex-row lg:gap-2 lg:px-2 lg:py-1 lg:text-start lg:text-body rail:lg:flex-col rail:lg:gap-0.5 rail:lg:px-0.5 rail:lg:py-1.5 rail:lg:text-center rail:lg:text-small`}
            >
              <Icon name={item.icon} />
              {words.pages[item.name]}
            </Link>
          </li>
        ))}
      </ul>
      <button
        type="button"
        aria-expanded={!isRail}
        onClick={() => setDisplay({ navigation: isRail ? "full" : "rail" })}
        className={`${entryLook} m-2 hidden min-h-control justify-center gap-2 px-2 lg:flex lg:justify-start rail:lg:justify-center`}
      >
        <Icon name={isRail ? "chevron-right" : "chevron-left"} />
        <span className="rail:sr-only">{isRail ? words.frame.expandNavigation : words.frame.collapseNavigation}</span>
      </button>
    </nav>
  );
}

/** Within reach of the thumb on phones: the first pages, and the others behind 更多. */
export function BottomNavigation() {
  const words = useWords();
  const navigation = useNavigation();
  const [isOpen, setOpen] = useState(false);
  const hasMore = navigation.length > inBottomBar + 1;
  const shown = hasMore ? navigation.slice(0, inBottomBar) : navigation;
  const look = `${entryLook} min-h-control w-full flex-col justify-center gap-0.5 py-1 text-center text-small`;
  return (
    <nav
      aria-label={words.frame.navigation}
      className="fixed inset-x-0 bottom-0 z-20 flex h-bottom-bar border-t border-line bg-surface px-1 pt-1 pb-[calc(env(safe-area-inset-bottom)+0.25rem)] sm:hidden print:hidden"
    >
      <ul className="flex w-full gap-1">
        {shown.map((item) => (
          <li key={item.name} className="min-w-0 flex-1">
            <BottomLink item={item} className={look} />
          </li>
        ))}
        {hasMore && (
          <li className="min-w-0 flex-1">
            <button type="button" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)} className={look}>
              <Icon name="menu" />
              {words.ui.more}
            </button>
          </li>
        )}
      </ul>
      {isOpen && (
        <Suspense>
          <MorePages items={navigation.slice(inBottomBar)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
}

function BottomLink({ item, className }: { item: NavigationItem; className: string }) {
  const words = useWords();
  return (
    <Link to={item.to} activeOptions={{ exact: item.to === "/", includeSearch: false }} className={className}>
      <Icon name={item.icon} />
      <span className="max-w-full truncate text-[0.8125rem]">{words.pages[item.name]}</span>
    </Link>
  );
}
