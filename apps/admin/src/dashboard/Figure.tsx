import { createContext, useContext } from "react";
import type { FigureFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { classes } from "../ui/classes.ts";
import { Link } from "../ui/Link.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { hasCases, shared, type DashboardSearch } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { figureText } from "./figure-text.ts";

/** The search whose figures are shown: where each leads. */
export const ShownSearch = createContext<DashboardSearch>({});

/** The value, which leads to the cases behind it where there are any. */
export function FigureValue({ figure, name, className, isPlain = false }: { figure: FigureFragment; name?: string; className?: string; isPlain?: boolean }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const search = useContext(ShownSearch);
  const { value } = figureText(figure, w, format);
  const label = name ?? w.names[figure.key];
  if (figure.hidden) return <span className="text-small text-ink-soft">{value}</span>;
  const look = classes("tabular-nums", className);
  const isNothing = figure.value == null || (figure.value === 0 && figure.unit === "COUNT");
  if (isPlain || isNothing || !hasCases(figure.key)) return <span className={look}>{value}</span>;
  // A median or an index has no cases above a line: all that stand behind it.
  const part = figure.unit === "SHARE" || figure.unit === "COUNT" ? {} : { part: "DEN" as const };
  return (
    <Link to="/dashboard/cases" search={{ ...shared(search), key: figure.key, ...part }} aria-label={w.behind(label, value)} className={look}>
      {value}
    </Link>
  );
}

/** Whether a figure may still move, in words. */
export function FigureMarks({ figure }: { figure: Pick<FigureFragment, "provisional" | "preliminary" | "hidden"> }) {
  const w = useWords(dashboardWords);
  if (figure.hidden || (!figure.provisional && !figure.preliminary)) return null;
  return (
    <span className="inline-flex gap-1">
      {figure.preliminary && <Chip tone="warn">{w.preliminary}</Chip>}
      {figure.provisional && <Chip tone="warn">{w.provisional}</Chip>}
    </span>
  );
}

/** What stands behind it: 25 / 42. */
export function FigureBasis({ figure }: { figure: FigureFragment }) {
  const w = useWords(dashboardWords);
  const { basis } = figureText(figure, w, useFormat());
  return basis === "" ? null : <span className="text-small text-ink-soft tabular-nums">{basis}</span>;
}

/** A share as a bar; the number stands beside it. */
export function Meter({ value, className }: { value: number | null | undefined; className?: string }) {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden className={classes("h-1.5 w-full rounded-one", className)}>
      <rect width="100" height="4" className="fill-pressed" />
      <rect width={Math.max(0, Math.min(1, value ?? 0)) * 100} height="4" className="fill-accent" />
    </svg>
  );
}
