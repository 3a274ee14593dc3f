import { warningKinds, type WarningKind } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { CaseMentionLine } from "../cases/CaseMentionLine.tsx";
import type { WarningsQuery } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { warningsDocument } from "./dashboard-documents.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { Part } from "./Part.tsx";

const ANY = "ANY";
const pageSize = 8;
type Warning = WarningsQuery["warnings"]["nodes"][number];

/** 早期预警: what somebody should look at before it goes wrong, by kind. It looks at the present only. */
export function WarningList({ areas }: { areas: readonly string[] }) {
  const w = useWords(dashboardWords);
  const [kind, setKind] = useState<WarningKind | null>(null);
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }, ask] = useQuery({ query: warningsDocument, variables: { areas: [...areas], kinds: kind === null ? null : [kind], first, after: null }, requestPolicy: "cache-and-network" });
  const choose = (id: string) => {
    setKind(warningKinds.find((one) => one === id) ?? null);
    setFirst(pageSize);
  };
  return (
    <Part title={w.warnings} asked={{ error, isAsking: fetching, again: () => ask({ requestPolicy: "network-only" }) }} lines={8}>
      {data ? (
        <div className="flex flex-col gap-2">
          <Select label={w.warningKind} hideLabel items={[{ id: ANY, label: w.anyWarning }, ...warningKinds.map((id) => ({ id, label: w.warningKinds[id] }))]} value={kind ?? ANY} onChange={choose} className="w-48" />
          {data.warnings.nodes.length === 0 ? (
            <p className="flex items-center gap-1.5 py-2 text-good">
              <Icon name="done" size="small" />
              {w.warningsNone}
            </p>
          ) : (
            <ul aria-label={w.warnings} className="flex flex-col">
              {data.warnings.nodes.map((warning) => (
                <WarningLine key={warning.id} warning={warning} />
              ))}
            </ul>
          )}
          {data.warnings.pageInfo.hasNextPage && first < 100 && (
            <Button onPress={() => setFirst(Math.min(100, first * 4))} isPending={fetching} className="self-start">
              {w.showMore}
            </Button>
          )}
        </div>
      ) : null}
    </Part>
  );
}

function WarningLine({ warning: { kind, count, reasons, cases, project } }: { warning: Warning }) {
  const w = useWords(dashboardWords);
  const [latest] = cases;
  return (
    <li className="border-b border-line py-2 last:border-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={kind === "RISK" ? "bad" : "warn"} icon="alert">
          {w.warningKinds[kind]}
        </Chip>
        <span>{reasons.join(w.comma)}</span>
        {kind === "REPEATS" && <span className="text-small text-ink-soft">{latest?.place.buildingAddress ?? w.warningCases(count)}</span>}
      </p>
      {project && (
        <p>
          <Link to="/projects/$id" params={{ id: project.id }}>
            {project.no} {project.title}
          </Link>
        </p>
      )}
      {latest && <CaseMentionLine mention={latest} />}
    </li>
  );
}
