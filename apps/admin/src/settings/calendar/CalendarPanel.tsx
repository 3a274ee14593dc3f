import { phraseOf, refuse } from "@bandeng/domain";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { Notice } from "../../cases/actions/Notice.tsx";
import { requestIdOf } from "../../client/request-id.ts";
import { areasOfRight, useViewer } from "../../session/viewer.ts";
import { Chip } from "../../ui/Chip.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Select } from "../../ui/Select.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Table } from "../../ui/Table.tsx";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { calendarYearsDocument, type CalendarYearShown } from "../calendar-documents.ts";
import { communityWords } from "../community-words.ts";
import { PublishForm } from "./PublishForm.tsx";
import { YearView } from "./YearView.tsx";

const askAgainMs = 2000;

/** 日历: the working days of each year, its versions, and what another version would move. */
export function CalendarPanel() {
  const w = useWords(communityWords);
  const { ui } = useWords();
  const [{ data, error, fetching }, ask] = useQuery({ query: calendarYearsDocument, requestPolicy: "cache-and-network" });
  const years = data?.calendarYears;
  const isCounting = years?.some(({ recomputed }) => recomputed != null) ?? false;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => ask({ requestPolicy: "network-only" }), askAgainMs);
    return () => clearInterval(timer);
  }, [isCounting, ask]);
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <p className="max-w-4xl text-ink-soft">{w.calendarNote}</p>
      {years ? <Years years={years} onPublished={again} /> : error ? <ErrorState onRetry={again} isRetrying={fetching} requestId={requestIdOf(error)} /> : <Skeleton label={ui.loading} lines={8} />}
    </div>
  );
}

function Years({ years, onPublished }: { years: readonly CalendarYearShown[]; onPublished: () => void }) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const format = useFormat();
  const viewer = useViewer();
  const thisYear = Number(format.isoDate(useNow()).slice(0, 4));
  const [chosen, setChosen] = useState(thisYear);
  const current = years.find((one) => one.year === chosen && one.current) ?? null;
  const listed = [...new Set([thisYear + 1, thisYear, ...years.map(({ year }) => year)])].toSorted((a, b) => b - a);
  const missing = [thisYear, thisYear + 1].filter((year) => !years.some((one) => one.year === year));
  const counting = years.find(({ recomputed }) => recomputed != null)?.recomputed;
  const reason = areasOfRight(viewer, "PUBLISH_CALENDAR").length > 0 ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "PUBLISH_CALENDAR" }), language);
  return (
    <>
      {missing.map((year) => (
        <Notice key={year} tone="warn">
          {w.provisional(year)}
        </Notice>
      ))}
      {counting && (
        <p role="status" className="rounded-one bg-sunken px-3 py-2">
          {w.recomputing(counting.done, counting.left ?? null)}
        </p>
      )}
      <Select
        label={w.year}
        value={String(chosen)}
        onChange={(year) => setChosen(Number(year))}
        items={listed.map((year) => {
          const version = years.find((one) => one.year === year && one.current)?.version;
          return { id: String(year), label: String(year), detail: version === undefined ? w.yearNone : w.yearCurrent(version) };
        })}
        className="w-48"
      />
      {current && <YearView {...current} />}
      {current && (
        <Table
          caption={w.versions}
          rows={years.filter(({ year }) => year === chosen)}
          rowId={({ version }) => String(version)}
          columns={[
            { id: "version", header: w.version, isRowHeader: true, className: "text-start whitespace-nowrap", cell: (one) => <>{w.yearCurrent(one.version)} {one.current && <Chip tone="good">{w.inForce}</Chip>}</> },
            { id: "source", header: w.source, className: "min-w-56", cell: ({ source }) => source },
            { id: "on", header: w.publishedOn, className: "whitespace-nowrap", cell: ({ publishedOn }) => publishedOn },
            { id: "since", header: w.tookEffect, className: "whitespace-nowrap", cell: ({ publishedAt }) => (publishedAt ? format.dateTime(publishedAt) : w.shipped) },
            { id: "counts", header: w.counts, align: "end", cell: ({ daysOff, workDays }) => `${daysOff.length} / ${workDays.length}` },
          ]}
        />
      )}
      <PublishForm key={`${chosen} ${current?.version ?? 0}`} year={chosen} {...{ current, reason, onPublished }} />
    </>
  );
}
