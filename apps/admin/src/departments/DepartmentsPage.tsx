import { localDateOf, plusMonths } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Section } from "../cases/Section.tsx";
import { expertWords } from "../experts/expert-words.ts";
import { Page } from "../frame/Page.tsx";
import { areasOf, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { departmentFiguresDocument, departmentsOverdueDocument } from "./department-documents.ts";
import { OverdueLine } from "./OverdueLine.tsx";

const noon = (day: string) => `${day}T12:00:00+08:00`;

/** 部门督促: which departments have not answered a whistle in time, and how each of them answers. */
export function DepartmentsPage() {
  const w = useWords(expertWords);
  const { ui, pages } = useWords();
  const areas = areasOf(useViewer());
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({ query: departmentsOverdueDocument, variables: { areas, after }, pause: areas.length === 0, requestPolicy: "cache-and-network" });
  const found = data?.overdueWhistles;
  const list = () => {
    if (error && !data) return <ErrorState title={w.overdueFailed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />;
    if (!found) return areas.length === 0 ? <EmptyState title={w.noneOverdue} icon="done" /> : <Skeleton label={ui.loading} lines={6} />;
    if (found.nodes.length === 0) {
      return (
        <EmptyState title={w.noneOverdue} icon="done">
          {w.noneOverdueNote}
        </EmptyState>
      );
    }
    return (
      <>
        <ul className="flex flex-col gap-2">
          {found.nodes.map((whistle) => (
            <OverdueLine key={whistle.id} whistle={whistle} />
          ))}
        </ul>
        {found.pageInfo.hasNextPage && (
          <Button className="mt-3" onPress={() => setAfter(found.pageInfo.endCursor ?? null)}>
            {w.more}
          </Button>
        )}
      </>
    );
  };
  return (
    <Page title={pages.departments}>
      <div className="flex flex-col gap-6">
        <Section level={2} title={w.overdue}>
          <p className="mb-2 text-small text-ink-soft">{w.overdueNote}</p>
          {list()}
        </Section>
        <Figures areas={areas} />
      </div>
    </Page>
  );
}

function Figures({ areas }: { areas: string[] }) {
  const w = useWords(expertWords);
  const format = useFormat();
  // The day the page was opened: the period does not move with the clock.
  const [period] = useState(() => {
    const to = localDateOf(new Date().toISOString());
    return { from: plusMonths(to, -12), to };
  });
  const [{ data }] = useQuery({ query: departmentFiguresDocument, variables: { areas, ...period }, pause: areas.length === 0, requestPolicy: "cache-and-network" });
  if (!data) return null;
  const number = (id: "all" | "late" | "overdue" | "waiting" | "released", header: string) => ({ id, header, cell: (row: (typeof data.departmentFigures)[number]) => format.number(row[id]), align: "end" as const });
  return (
    <Section level={2} title={w.figures} aside={w.figuresNote(format.date(noon(period.from)), format.date(noon(period.to)))}>
      {data.departmentFigures.length === 0 ? (
        <p className="text-ink-soft">{w.noFigures}</p>
      ) : (
        <Table
          caption={w.figures}
          hideCaption
          columns={[
            { id: "name", header: w.department, cell: (row) => row.departmentName, isRowHeader: true },
            { id: "inTime", header: w.inTime, cell: (row) => w.inTimeOf(row.inTime, row.all), align: "end" },
            number("late", w.late),
            number("overdue", w.stillOverdue),
            number("waiting", w.waiting),
            number("released", w.releasedUnanswered),
          ]}
          rows={data.departmentFigures}
          rowId={(row) => row.departmentId}
        />
      )}
    </Section>
  );
}
