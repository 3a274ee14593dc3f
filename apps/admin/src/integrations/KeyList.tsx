import { phraseOf, refuse } from "@bandeng/domain";
import type { ReactNode } from "react";
import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Table, type TableColumn } from "../ui/Table.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { BehindMark, CostMark, ExpiryMark, KeyStateMark } from "./KeyMarks.tsx";
import type { KeyAct } from "./KeysPanel.tsx";

type Shown = ApiKeyShownFragment;

export interface KeyListProps {
  keys: readonly Shown[];
  /** The feed's latest position. */
  head: number;
  onAct: (what: KeyAct, apiKey: Shown) => void;
}

/** The keys as a table, and as cards where a table does not fit. */
export function KeyList({ keys, head, onAct }: KeyListProps) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const now = useNow();
  const name = (key: Shown) => (
    <span className="flex flex-col">
      {key.name}
      <span className="font-mono text-small font-normal text-ink-soft">{key.hint}…</span>
      {key.earlierUntil != null && <span className="text-small font-normal text-warn">{w.earlierUntil(format.dateTime(key.earlierUntil))}</span>}
    </span>
  );
  const access = ({ access: one, personalData }: Shown) => (
    <span className="flex flex-col items-start gap-0.5">
      <Chip tone={one === "WRITE" ? "accent" : "neutral"} icon={one === "WRITE" ? "edit" : "eye"}>
        {w.accessOf[one]}
      </Chip>
      <Chip isBare tone={personalData ? "warn" : "neutral"} icon={personalData ? "user" : "eye-off"}>
        {personalData ? w.personalShort.yes : w.personalShort.no}
      </Chip>
    </span>
  );
  const state = (key: Shown) => <KeyStateMark state={key.state} />;
  const used = ({ lastUsedAt }: Shown) => (lastUsedAt == null ? <span className="text-ink-soft">{w.neverUsed}</span> : <time dateTime={lastUsedAt}>{format.ago(lastUsedAt, now)}</time>);
  const read = ({ readUpTo }: Shown) => (readUpTo == null ? <span className="text-ink-soft">{w.neverRead}</span> : <BehindMark position={readUpTo} head={head} />);
  const acts = (key: Shown) => <KeyButtons apiKey={key} onAct={onAct} />;
  const columns: TableColumn<Shown>[] = [
    { id: "name", header: w.name, cell: name, isRowHeader: true, className: "text-start min-w-40" },
    { id: "area", header: w.area, cell: ({ areaName }) => areaName },
    { id: "access", header: w.access, cell: access },
    { id: "state", header: w.state, cell: state },
    { id: "expires", header: w.expires, cell: (key) => <ExpiryMark apiKey={key} />, className: "whitespace-nowrap" },
    { id: "used", header: w.lastUsed, cell: used, className: "whitespace-nowrap" },
    { id: "cost", header: w.cost, cell: (key) => <CostMark {...key} /> },
    { id: "read", header: w.readUpTo, cell: read },
    { id: "acts", header: w.actions, cell: acts },
  ];
  return (
    <>
      <Table caption={w.keyList} hideCaption columns={columns} rows={keys} rowId={({ id }) => id} className="hidden xl:block" />
      <ul aria-label={w.keyList} className="grid items-start gap-3 md:grid-cols-2 xl:hidden">
        {keys.map((key) => (
          <li key={key.id} className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
            <div className="flex items-start justify-between gap-2">
              <h2 className="min-w-0 font-semibold wrap-anywhere">{name(key)}</h2>
              {state(key)}
            </div>
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
              <Fact name={w.area}>{key.areaName}</Fact>
              <Fact name={w.access}>{access(key)}</Fact>
              <Fact name={w.expires}>
                <ExpiryMark apiKey={key} />
              </Fact>
              <Fact name={w.lastUsed}>{used(key)}</Fact>
              <Fact name={w.cost}>
                <CostMark {...key} />
              </Fact>
              <Fact name={w.readUpTo}>{read(key)}</Fact>
            </dl>
            {acts(key)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function KeyButtons({ apiKey, onAct }: { apiKey: Shown; onAct: KeyListProps["onAct"] }) {
  const w = useWords(integrationsWords);
  const { language } = useLanguage();
  const { name, state } = apiKey;
  const ended = state === "ACTIVE" ? undefined : phraseOf(refuse("KEY_ENDED", {}), language);
  return (
    <span className="flex flex-wrap gap-1">
      <Button size="small" icon="edit" aria-label={w.amendOf(name)} disabledReason={ended} onPress={() => onAct("amend", apiKey)}>
        {w.amend}
      </Button>
      <Button size="small" icon="refresh" aria-label={w.rotateOf(name)} disabledReason={ended} onPress={() => onAct("rotate", apiKey)}>
        {w.rotate}
      </Button>
      <Button size="small" icon="blocked" aria-label={w.revokeOf(name)} disabledReason={ended} onPress={() => onAct("revoke", apiKey)}>
        {w.revoke}
      </Button>
    </span>
  );
}
