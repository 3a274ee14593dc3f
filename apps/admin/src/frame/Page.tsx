import type { ReactNode } from "react";
import { useWords } from "../words/useWords.tsx";
import { usePageTitle } from "./page-title.ts";

export interface PageProps {
  title: string;
  children: ReactNode;
  /** full: the page uses every pixel and scrolls itself (the board). text: one readable column. */
  width?: "full" | "wide" | "text";
}

const widths = {
  full: "flex min-h-0 flex-1 flex-col",
  wide: "mx-auto w-full max-w-[90rem] p-3 sm:p-4",
  text: "mx-auto w-full max-w-3xl p-3 sm:p-4",
};

/** What every page returns: its name and its content. */
export function Page({ title, children, width = "wide" }: PageProps) {
  const words = useWords();
  usePageTitle(title, words.frame.product);
  return <div className={widths[width]}>{children}</div>;
}
