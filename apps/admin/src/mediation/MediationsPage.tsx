import { mediationStates, namesIn } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import type { MediationLineFragment } from "../graphql/graphql.ts";
import { areasOf, areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { DayLeft } from "./DayLeft.tsx";
import { mediationsDocument } from "./mediation-documents.ts";
import { noonOf, numberOf, partyName, stateTone } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import type { MediationsSearch } from "./mediations-route.ts";

const pageSize = 30;

/** 调解: the mediations of the areas where somebody sees disputes whole, the nearest deadline first. */
export function MediationsPage() {
  const { pages } = useWords();
  const w = useWords(words);
  const viewer = useViewer();
  const may = areasOfRight(viewer, "READ_DISPUTES").length > 0;
  return (
    <Page title={pages.mediations}>
      {may ? <List areas={areasOf(viewer)} /> : <EmptyState title={w.noRight} icon="lock" />}
    </Page>
  );
}

function List({ areas }: { areas: readonly string[] }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const search: MediationsSearch = useSearch({ from: "/frame/mediations" });
  const navigate = useNavigate({ from: "/mediations" });
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const change = (next: MediationsSearch) => {
    setCursors([null]);
    void navigate({ to: "/mediations", search: next });
  };
  const rest = search.mine ? { mine: true as const } : {};
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Select
          label={w.states}
          className="w-44"
          items={[{ id: "ALL", label: w.all }, ...mediationStates.map((id) => ({ id, label: names.mediationState[id] }))]}
          value={search.state ?? "ALL"}
          onChange={(id) => change({ ...rest, ...(id === "ALL" ? {} : { state: id as NonNullable<MediationsSearch["state"]> }) })}
        />
        <CheckBox isSelected={search.mine === true} onChange={(mine) => change({ ...(search.state ? { state: search.state } : {}), ...(mine ? { mine: true } : {}) })}>
          {w.mine}
        </CheckBox>
        <p className="ms-auto flex items-center gap-1.5 text-small text-ink-soft">
          <Icon name="lock" size="small" />
          {w.confidential} · {w.free}
        </p>
      </div>
      <ul aria-label={w.list} className="flex flex-col gap-2">
        {cursors.map((after, i) => (
          <Part key={after ?? ""} {...{ areas, search, after }} onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined} />
        ))}
      </ul>
    </div>
  );
}

interface PartProps {
  areas: readonly string[];
  search: MediationsSearch;
  after: string | null;
  onMore: ((cursor: string) => void) | undefined;
}

/** One page of the list; each asks for itself, so that what is in view stays when more comes. */
function Part({ areas, search, after, onMore }: PartProps) {
  const w = useWords(words);
  const variables = { areas: [...areas], states: search.state ? [search.state] : null, mine: search.mine ?? null, first: pageSize, after };
  const [{ data, error, fetching }, again] = useQuery({ query: mediationsDocument, variables, requestPolicy: "cache-and-network" });
  if (error && !data)
    return (
      <li>
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      </li>
    );
  if (!data)
    return (
      <li>
        <Skeleton label={w.loading} lines={6} />
      </li>
    );
  const { nodes, pageInfo } = data.mediations;
  const next = pageInfo.endCursor;
  return (
    <>
      {nodes.length === 0 && after === null && (
        <li>
          <EmptyState title={w.none} icon="scales">
            {w.noneNote}
          </EmptyState>
        </li>
      )}
      {nodes.map((one) => (
        <Line key={one.id} line={one} />
      ))}
      {pageInfo.hasNextPage && next && onMore && (
        <li>
          <Button onPress={() => onMore(next)}>{w.more}</Button>
        </li>
      )}
    </>
  );
}

function Line({ line }: { line: MediationLineFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  // Of several terms the nearest one: each kind is told once.
  const deadlines = line.deadlines.filter((one, i, all) => all.findIndex(({ kind }) => kind === one.kind) === i);
  return (
    <li className="grid gap-x-4 gap-y-1 rounded-one border border-line bg-surface p-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={stateTone[line.state]}>{names.mediationState[line.state]}</Chip>
          <Link to="/mediations/$id" params={{ id: line.id }} className="inline-flex min-h-6 items-center font-medium">
            {line.case.title}
          </Link>
          <span className="text-small text-ink-soft tabular-nums">{numberOf(line.no, w)}</span>
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
          {line.parties.map((party) => (
            <span key={party.key} className="inline-flex items-center gap-1">
              <Icon name={party.heardAt ? "check" : "clock"} size="small" className={party.heardAt ? "text-good" : "text-ink-soft"} />
              {partyName(party, w)}
              <span className="text-small text-ink-soft">{party.heardAt ? w.heard : w.notHeard}</span>
            </span>
          ))}
          <span className="text-ink-soft">
            {w.mediators} {line.mediators.map(({ name }) => name).join(language === "zh" ? "、" : ", ")}
          </span>
        </p>
      </div>
      <ul aria-label={w.columnNext} className="flex flex-col justify-center gap-1">
        {deadlines.map(({ kind, dueOn }) => (
          <li key={kind} className="flex flex-wrap items-center gap-2 sm:justify-end">
            <span>{w.dueOn(names.mediationDeadline[kind], format.date(noonOf(dueOn)))}</span>
            <DayLeft day={dueOn} />
          </li>
        ))}
        {deadlines.length === 0 && <li className="text-ink-soft">{w.nothingDue}</li>}
      </ul>
    </li>
  );
}
