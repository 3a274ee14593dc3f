import { namesIn, type CaseAction } from "@bandeng/domain";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { DayLeft } from "./DayLeft.tsx";
import { caseMediationDocument } from "./mediation-documents.ts";
import { noonOf, numberOf, partyName, stateTone } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";

interface MediationTabProps {
  detail: CaseDetailFragment;
  onAct: (action: CaseAction) => void;
}

/** The last mediation of a dispute in short, and how to begin one. */
export default function MediationTab({ detail, onAct }: MediationTabProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  // Asked anew with every version: an act on the case may have begun one.
  const [{ data, error, fetching }, again] = useQuery({ query: caseMediationDocument, variables: { id: detail.id }, requestPolicy: "cache-and-network" });
  if (detail.kind !== "DISPUTE") return <EmptyState title={w.tabNotDispute} icon="scales" />;
  if (error && !data) return <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={w.loading} lines={4} />;
  const m = data.case?.mediation;
  const mediate = detail.actions.find(({ action }) => action === "mediate");
  const begin = (m == null || m.state !== "OPEN") && (
    <Button icon="scales" variant={m ? "plain" : "primary"} disabledReason={mediate?.allowed ? undefined : (mediate?.message ?? "")} onPress={() => onAct("mediate")}>
      {names.action.mediate}
    </Button>
  );
  if (!m)
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="font-medium">{w.tabNone}</p>
        <p className="text-ink-soft">{w.tabNoneNote}</p>
        {begin}
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={stateTone[m.state]}>{names.mediationState[m.state]}</Chip>
        <span className="tabular-nums">{numberOf(m.no, w)}</span>
      </p>
      <ul aria-label={w.parties} className="flex flex-wrap gap-x-4 gap-y-1">
        {m.parties.map((party) => (
          <li key={party.key} className="inline-flex items-center gap-1">
            <Icon name={party.heardAt ? "check" : "clock"} size="small" className={party.heardAt ? "text-good" : "text-ink-soft"} />
            {partyName(party, w)} <span className="text-small text-ink-soft">{party.heardAt ? w.heard : w.notHeard}</span>
          </li>
        ))}
      </ul>
      <p className="text-ink-soft">
        {w.mediators} {m.mediators.map(({ name }) => name).join(language === "zh" ? "、" : ", ")}
      </p>
      {m.deadlines.length > 0 && (
        <ul className="flex flex-col gap-1">
          {m.deadlines.map(({ kind, dueOn, termId }) => (
            <li key={`${kind} ${termId ?? ""}`} className="flex flex-wrap items-center gap-2">
              {w.dueOn(names.mediationDeadline[kind], format.date(noonOf(dueOn)))} <DayLeft day={dueOn} />
            </li>
          ))}
        </ul>
      )}
      <Link to="/mediations/$id" params={{ id: m.id }} className="inline-flex min-h-control items-center">
        {w.open}
      </Link>
      {begin}
    </div>
  );
}
