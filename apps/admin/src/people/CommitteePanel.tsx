import { areaKind, isAreaCode, mayIn, namesIn, phraseOf, refuse } from "@bandeng/domain";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { CommitteeShownFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { AreaField, chosenArea } from "./AreaField.tsx";
import { CommitteeDialog } from "./CommitteeDialog.tsx";
import { committeeDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { useAsked } from "./use-asked.ts";

export interface CommitteePanelProps {
  own: readonly string[];
  community: string | undefined;
  onChoose: (community: string | undefined) => void;
}

/** 党组织班子 of a community: one's own, or one chosen from the widest area down. */
export function CommitteePanel({ own, community, onChoose }: CommitteePanelProps) {
  const w = useWords(peopleWords);
  const only = own.length === 1 && own[0] !== undefined && areaKind(own[0]) === "COMMUNITY" ? own[0] : undefined;
  const [at, setAt] = useState(community ?? own[0] ?? "");
  const chosen = only ?? (community !== undefined && isAreaCode(community) && areaKind(community) === "COMMUNITY" ? community : undefined);
  const choose = (next: string) => {
    setAt(next);
    onChoose(chosenArea(next, ["COMMUNITY"]) ?? undefined);
  };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {only === undefined && <AreaField roots={own} kinds={["COMMUNITY"]} at={at} onChange={choose} />}
      {chosen === undefined ? (
        <EmptyState title={w.chooseCommunity} icon="people">
          {w.chooseCommunityNote}
        </EmptyState>
      ) : (
        <CommitteeOf key={chosen} code={chosen} />
      )}
    </div>
  );
}

function CommitteeOf({ code }: { code: string }) {
  const w = useWords(peopleWords);
  const { ui } = useWords();
  const { viewer, language } = useAsked();
  const [isEditing, setEditing] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({ query: committeeDocument, variables: { communityCode: code }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  if (error && !data) {
    return (
      <ErrorState title={ui.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton label={ui.loading} lines={5} />;
  const reason = mayIn(viewer, "SET_COMMITTEE", code) ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "SET_COMMITTEE" }), language);
  const edit = (
    <Button icon="edit" disabledReason={reason} onPress={() => setEditing(true)}>
      {w.editCommittee}
    </Button>
  );
  const saved = () => {
    setEditing(false);
    announce(w.committeeSaved);
    reload();
  };
  return (
    <>
      {data.committee ? (
        <CommitteeTable committee={data.committee} action={edit} />
      ) : (
        <EmptyState title={w.noCommittee} icon="people" action={edit}>
          {w.noCommitteeNote}
        </EmptyState>
      )}
      {isEditing && <CommitteeDialog code={code} committee={data.committee} onSaved={saved} onClose={() => setEditing(false)} />}
    </>
  );
}

function CommitteeTable({ committee, action }: { committee: CommitteeShownFragment; action: ReactNode }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const format = useFormat();
  const names = namesIn(language);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          <span className="text-ink-soft">{w.term}</span> {w.between(format.date(committee.termFrom), format.date(committee.termTo))}
        </p>
        <span className="ms-auto">{action}</span>
      </div>
      <Table
        caption={w.members}
        rows={committee.members.map((member, index) => ({ ...member, index }))}
        rowId={({ index }) => String(index)}
        columns={[
          { id: "post", header: w.postTitle, cell: ({ post }) => names.post[post] },
          { id: "name", header: w.name, cell: ({ person }) => person?.name ?? w.erased, isRowHeader: true, className: "text-start" },
        ]}
      />
    </>
  );
}
