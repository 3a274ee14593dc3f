import { areaKind, isAreaCode, isUndeterminedGrid, mayIn, phraseOf, refuse } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { CouncilShownFragment } from "../graphql/graphql.ts";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { areaStepDocument } from "../people/people-documents.ts";
import { useAsked } from "../people/use-asked.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { CouncilCard } from "./CouncilCard.tsx";
import { councilsDocument } from "./council-documents.ts";
import { councilWords } from "./council-words.ts";

const CouncilDialog = lazy(() => import("./CouncilDialog.tsx").then(({ CouncilDialog: loaded }) => ({ default: loaded })));
const EndCouncilDialog = lazy(() => import("./EndCouncilDialog.tsx").then(({ EndCouncilDialog: loaded }) => ({ default: loaded })));

export interface CouncilsPanelProps {
  /** The communities one works in, or what is above them. */
  own: readonly string[];
  community: string | undefined;
  onChoose: (community: string | undefined) => void;
}

const isCommunity = (code: string | undefined): code is string => code !== undefined && isAreaCode(code) && areaKind(code) === "COMMUNITY";

/** 小板凳议事团 of a community and its grids: one's own community, or one chosen from the widest area down. */
export function CouncilsPanel({ own, community, onChoose }: CouncilsPanelProps) {
  const w = useWords(councilWords);
  const only = own.length === 1 && isCommunity(own[0]) ? own[0] : undefined;
  const [at, setAt] = useState(community ?? own[0] ?? "");
  const chosen = only ?? (isCommunity(community) ? community : undefined);
  return (
    <div className="flex flex-col gap-4">
      {only === undefined && (
        <div className="max-w-3xl">
          <AreaField
            roots={own}
            kinds={["COMMUNITY"]}
            at={at}
            onChange={(next) => {
              setAt(next);
              onChoose(chosenArea(next, ["COMMUNITY"]) ?? undefined);
            }}
          />
        </div>
      )}
      {chosen === undefined ? (
        <EmptyState title={w.chooseCommunity} icon="people">
          {w.chooseCommunityNote}
        </EmptyState>
      ) : (
        <CouncilsOf key={chosen} code={chosen} />
      )}
    </div>
  );
}

type Doing = { what: "edit"; area: { code: string; name: string }; council: CouncilShownFragment | null } | { what: "end"; council: CouncilShownFragment };

function CouncilsOf({ code }: { code: string }) {
  const w = useWords(councilWords);
  const { ui } = useWords();
  const { viewer, language } = useAsked();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [places] = useQuery({ query: areaStepDocument, variables: { code } });
  const [{ data, error, fetching }, ask] = useQuery({ query: councilsDocument, variables: { areas: [code] }, requestPolicy: "cache-and-network" });
  const reload = () => ask({ requestPolicy: "network-only" });
  const failed = error ?? places.error;
  if (failed && !(data && places.data)) {
    return (
      <ErrorState title={w.failed} requestId={requestIdOf(failed)} onRetry={reload} isRetrying={fetching}>
        {w.failedNote}
      </ErrorState>
    );
  }
  if (!data || !places.data) return <Skeleton label={ui.loading} lines={6} />;
  const { area } = places.data;
  const grids = (area?.children ?? []).filter((one) => !isUndeterminedGrid(one.code));
  const areas = [{ code, name: area?.name ?? code }, ...grids];
  const reason = mayIn(viewer, "KEEP_COUNCILS", code) ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "KEEP_COUNCILS" }), language);
  const done = (said: string) => {
    setDoing(null);
    announce(said);
    reload();
  };
  return (
    <>
      <p className="text-ink-soft">{w.intro}</p>
      <ul aria-label={w.list} className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
        {areas.map((one) => {
          const councils = data.councils.nodes.filter(({ areaCode }) => areaCode === one.code);
          return (
            <li key={one.code} className="flex min-w-0 flex-col rounded-one border border-line bg-surface">
              <h2 className="flex flex-wrap items-baseline gap-x-2 border-b border-line px-3 py-2 font-semibold">
                {one.name}
                <span className="text-small font-normal text-ink-soft">{one.code === code ? w.wholeCommunity : w.grid(one.code.slice(-3))}</span>
              </h2>
              {councils.map((council) => (
                <CouncilCard key={council.id} council={council} reason={reason} onEdit={() => setDoing({ what: "edit", area: one, council })} onEnd={() => setDoing({ what: "end", council })} />
              ))}
              {councils.length === 0 && (
                <div className="flex flex-wrap items-center justify-between gap-2 p-3">
                  <span className="text-ink-soft">{w.none}</span>
                  <Button size="small" icon="plus" aria-label={w.setUpFor(one.name)} disabledReason={reason} onPress={() => setDoing({ what: "edit", area: one, council: null })}>
                    {w.setUp}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense>
        {doing?.what === "edit" && <CouncilDialog area={doing.area} council={doing.council} onSaved={() => done(w.saved)} onClose={() => setDoing(null)} />}
        {doing?.what === "end" && <EndCouncilDialog council={doing.council} onEnded={() => done(w.ended)} onClose={() => setDoing(null)} />}
      </Suspense>
    </>
  );
}
