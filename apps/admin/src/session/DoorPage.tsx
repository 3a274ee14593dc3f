import type { ReactNode } from "react";
import { BenchMark } from "../frame/BenchMark.tsx";
import { DisplayButton, LanguageButton } from "../frame/DisplayButton.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useWords } from "../words/useWords.tsx";

export interface DoorPageProps {
  /** What is done here; beside the product's name it is only read out, unless `isTitleShown`. */
  title: string;
  isTitleShown?: boolean;
  children: ReactNode;
}

/** A page before the frame, for somebody who is not in yet: one narrow column. */
export function DoorPage({ title, isTitleShown = false, children }: DoorPageProps) {
  const { frame } = useWords();
  usePageTitle(title, frame.product);
  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <header className="flex justify-end gap-1 p-2">
        <LanguageButton />
        <DisplayButton />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col gap-6 px-4 pt-4 pb-10 sm:pt-12">
        <div className="flex items-center gap-3">
          <BenchMark className="size-12" />
          <div className="min-w-0">
            <h1 className="text-title font-semibold">
              {isTitleShown ? title : frame.product}
              {!isTitleShown && <span className="sr-only"> · {title}</span>}
            </h1>
            <p className="text-ink-soft">{isTitleShown ? frame.product : frame.productNote}</p>
          </div>
        </div>
        {children}
      </main>
    </div>
  );
}

/** The box of such a page, in which something is filled in. */
export function DoorBox({ children }: { children: ReactNode }) {
  return <div className="rounded-one border border-line bg-surface p-4">{children}</div>;
}
