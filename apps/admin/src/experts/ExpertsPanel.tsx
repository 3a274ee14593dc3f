import { mayIn, phraseOf, refuse, type ExpertSkill } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { useAsked } from "../people/use-asked.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { ExpertCard } from "./ExpertCard.tsx";
import { EffectLine } from "./EffectLine.tsx";
import { expertsDocument } from "./expert-documents.ts";
import { expertWords } from "./expert-words.ts";
import { SkillChoice } from "./SkillChoice.tsx";
import type { ListedExpert } from "./listed-expert.ts";

const ExpertDialog = lazy(() => import("./ExpertDialog.tsx"));
const ConfirmExpertDialog = lazy(() => import("./ConfirmExpertDialog.tsx"));

export interface ExpertsPanelProps {
  /** The areas whose pools are read. */
  own: readonly string[];
}

type Doing = { what: "add" } | { what: "edit" | "confirm" | "withdraw"; expert: ListedExpert };

/** 人才库: who can be called, with skills, organisation, when last confirmed, and how quickly they answer. */
export function ExpertsPanel({ own }: ExpertsPanelProps) {
  const w = useWords(expertWords);
  const { ui } = useWords();
  const { viewer, language } = useAsked();
  const [skills, setSkills] = useState<ExpertSkill[]>([]);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: expertsDocument,
    variables: { areas: [...own], skills: skills.length > 0 ? skills : null },
    pause: own.length === 0,
    requestPolicy: "cache-and-network",
  });
  const reload = () => ask({ requestPolicy: "network-only" });
  const forbidden = phraseOf(refuse("FORBIDDEN_RIGHT", { right: "KEEP_TALENT_POOL" }), language);
  const keeps = own.find((area) => mayIn(viewer, "KEEP_TALENT_POOL", area));
  const done = (said: string) => {
    setDoing(null);
    announce(said);
    reload();
  };
  const experts = data?.experts.nodes ?? [];
  const list = () => {
    if (error && !data) return <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching} />;
    if (!data) return <Skeleton label={ui.loading} lines={6} />;
    if (experts.length === 0) return <EmptyState title={skills.length > 0 ? w.noneWith : w.none} icon="people">{skills.length > 0 ? undefined : w.noneNote}</EmptyState>;
    return (
      <ul aria-label={w.list} className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
        {experts.map((expert) => (
          <ExpertCard
            key={expert.id}
            expert={expert}
            reason={mayIn(viewer, "KEEP_TALENT_POOL", expert.areaCode) ? undefined : forbidden}
            onEdit={() => setDoing({ what: "edit", expert })}
            onConfirm={() => setDoing({ what: "confirm", expert })}
            onWithdraw={() => setDoing({ what: "withdraw", expert })}
          />
        ))}
      </ul>
    );
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-3xl text-ink-soft">{w.intro}</p>
        <Button variant="primary" icon="plus" disabledReason={keeps === undefined ? forbidden : undefined} onPress={() => setDoing({ what: "add" })}>
          {w.add}
        </Button>
      </div>
      <SkillChoice label={w.filter} value={skills} onChange={setSkills} />
      {list()}
      <EffectLine areas={own} />
      <Suspense>
        {doing?.what === "add" && <ExpertDialog area={keeps ?? ""} expert={null} onSaved={() => done(w.saved)} onClose={() => setDoing(null)} />}
        {doing?.what === "edit" && <ExpertDialog area={doing.expert.areaCode} expert={doing.expert} onSaved={() => done(w.saved)} onClose={() => setDoing(null)} />}
        {(doing?.what === "confirm" || doing?.what === "withdraw") && (
          <ConfirmExpertDialog what={doing.what} expert={doing.expert} onDone={() => done(doing.what === "confirm" ? w.confirmed : w.withdrawn)} onClose={() => setDoing(null)} />
        )}
      </Suspense>
    </div>
  );
}
