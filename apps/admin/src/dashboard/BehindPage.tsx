import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { CaseMentionLine } from "../cases/CaseMentionLine.tsx";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { AsOfBanner } from "./AsOfBanner.tsx";
import { usePeriodText } from "./DashboardFilters.tsx";
import { figureCasesDocument } from "./dashboard-documents.ts";
import { shared, type BehindSearch, type FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureMarks } from "./Figure.tsx";
import { figureText } from "./figure-text.ts";
import { useFilter } from "./use-figures.ts";

const pageSize = 50;

/** Exactly the cases behind a figure, and how many more count that the viewer may not look into. */
export function BehindPage() {
  const w = useWords(dashboardWords);
  const search: BehindSearch = useSearch({ from: "/frame/dashboard/cases" });
  const filter = useFilter(search);
  const { key, part: _part, ...rest } = search;
  return (
    <Page title={w.behindTitle}>
      <div className="flex flex-col gap-3">
        <p>
          <Link to="/dashboard" search={shared(rest)}>
            {w.backToDashboard}
          </Link>
        </p>
        {search.asOf !== undefined && <AsOfBanner day={search.asOf} />}
        <Behind key={JSON.stringify([filter, key])} search={search} filter={filter} />
      </div>
    </Page>
  );
}

function Behind({ search, filter }: { search: BehindSearch; filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const navigate = useNavigate({ from: "/dashboard/cases" });
  const period = usePeriodText(search);
  const part = search.part ?? "NUM";
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }, ask] = useQuery({ query: figureCasesDocument, variables: { filter, key: search.key, part, keys: [search.key], first, after: null }, requestPolicy: "cache-and-network" });
  const figure = data?.indicators.indicators[0];
  const found = data?.indicatorCases;
  const choose = (next: "NUM" | "DEN") => {
    setFirst(pageSize);
    void navigate({ to: "/dashboard/cases", search: ({ part: _part, ...now }: BehindSearch) => (next === "DEN" ? { ...now, part: next } : now) });
  };
  if (!found || !figure) {
    return error ? (
      <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />
    ) : (
      <Skeleton label={w.loading} lines={8} />
    );
  }
  return (
    <section aria-label={w.names[search.key]} className="flex flex-col gap-3">
      <div>
        <p className="text-ink-soft">{period}</p>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-lead font-semibold">{w.names[search.key]}</span>
          <span className="text-title font-semibold tabular-nums">{figureText(figure, w, format).value}</span>
          <FigureBasis figure={figure} />
          <FigureMarks figure={figure} />
        </p>
        <p className="max-w-prose text-small text-ink-soft">{figure.definition}</p>
      </div>
      {figure.unit === "SHARE" && !figure.hidden && <SegmentedControl label={w.part} value={part} onChange={choose} segments={[{ id: "NUM", label: w.parts.NUM }, { id: "DEN", label: w.parts.DEN }]} className="self-start" />}
      {found.hidden ? (
        <p className="text-ink-soft">{w.hidden}</p>
      ) : found.nodes.length === 0 && !found.notShown ? (
        <EmptyState title={w.behindNone} icon="search" />
      ) : (
        <ul aria-label={w.behindTitle} className="rounded-one border border-line bg-surface px-3">
          {found.nodes.map((mention) => (
            <li key={mention.id}>
              <CaseMentionLine mention={mention} />
            </li>
          ))}
        </ul>
      )}
      {!!found.notShown && <p role="note" className="text-ink-soft">{w.behindNotShown(found.notShown)}</p>}
      {found.pageInfo.hasNextPage && first < 100 && (
        <Button onPress={() => setFirst(100)} isPending={fetching} className="self-start">
          {w.showMore}
        </Button>
      )}
    </section>
  );
}
