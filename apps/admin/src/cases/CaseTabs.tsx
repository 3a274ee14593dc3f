import type { CaseAction } from "@bandeng/domain";
import { lazy, Suspense } from "react";
import { Attachments } from "../attachments/Attachments.tsx";
import { expertWords } from "../experts/expert-words.ts";
import { openFactsOf } from "../experts/open-facts.ts";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { RevealCase } from "../personal/reveal-case.ts";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";
import { LevelLadder } from "./LevelLadder.tsx";
import { People, Respondents } from "./People.tsx";
import { RelatedPanel } from "./RelatedPanel.tsx";
import { Timeline } from "./Timeline.tsx";
import { Voices } from "./Voices.tsx";
import { Holds, PendingAsk, Whistles } from "./Waiting.tsx";

const ProjectPanel = lazy(() => import("./ProjectPanel.tsx"));
const HelpPanel = lazy(() => import("../experts/HelpPanel.tsx"));
const CaseMeetings = lazy(() => import("../meetings/CaseMeetings.tsx"));
const CostTab = lazy(() => import("../costs/CostTab.tsx"));
const MediationTab = lazy(() => import("../mediation/MediationTab.tsx"));

/** Why a dispute shows so little, instead of empty parts. */
function MaskedNote() {
  const w = useWords(caseWords);
  return (
    <div className="flex gap-3 rounded-one bg-sunken p-4">
      <Icon name="lock" className="text-ink-soft" />
      <div>
        <p className="font-medium">{w.masked}</p>
        <p className="text-ink-soft">{w.maskedNote}</p>
      </div>
    </div>
  );
}

interface OverviewGiven {
  detail: CaseDetailFragment;
  onAct: (action: CaseAction) => void;
  /** Something of the case changed by another way than a verb: it is to be asked anew. */
  onChanged: () => void;
}

/** The case in four views. A new tab (meetings, mediation, fees, audit) is one more entry here. */
export function CaseTabs({ detail, onAct, onChanged }: OverviewGiven) {
  const w = useWords(caseWords);
  const { ui } = useWords();
  const help = useWords(expertWords);
  if (detail.visibility === "MASKED") return <MaskedNote />;
  const openFacts = openFactsOf(detail.facts);
  return (
    <Tabs
      label={w.tabs}
      tabs={[
        { id: "overview", label: w.tabOverview, content: <Overview detail={detail} onAct={onAct} onChanged={onChanged} /> },
        { id: "timeline", label: w.tabTimeline, content: <Timeline detail={detail} /> },
        {
          id: "meetings",
          label: w.tabMeetings,
          content: (
            <Suspense fallback={<Skeleton label={ui.loading} lines={4} />}>
              <CaseMeetings detail={detail} onChanged={onChanged} />
            </Suspense>
          ),
        },
        ...(detail.kind === "DISPUTE"
          ? [
              {
                id: "mediation",
                label: w.tabMediation,
                content: (
                  <Suspense fallback={<Skeleton label={ui.loading} lines={4} />}>
                    <MediationTab key={detail.version} detail={detail} onAct={onAct} />
                  </Suspense>
                ),
              },
            ]
          : []),
        {
          id: "fees",
          label: w.tabFees,
          content: (
            <Suspense fallback={<Skeleton label={ui.loading} lines={4} />}>
              <CostTab key={detail.version} detail={detail} />
            </Suspense>
          ),
        },
        {
          id: "help",
          label: openFacts > 0 ? `${help.helpTab} ${openFacts}` : help.helpTab,
          content: (
            <Suspense fallback={<Skeleton label={ui.loading} lines={6} />}>
              <HelpPanel key={detail.version} detail={detail} onAct={onAct} />
            </Suspense>
          ),
        },
        {
          id: "project",
          label: w.tabProject,
          content: (
            <Suspense fallback={<Skeleton label={ui.loading} lines={6} />}>
              <ProjectPanel projectId={detail.projectId ?? null} />
            </Suspense>
          ),
        },
        { id: "related", label: w.tabRelated, content: <RelatedPanel detail={detail} /> },
      ]}
    />
  );
}

function Overview({ detail, onAct, onChanged }: OverviewGiven) {
  return (
    <RevealCase value={detail.id}>
      <div className="@container">
        <div className="flex flex-col gap-5">
          <PendingAsk detail={detail} onAct={onAct} />
          <div className="grid gap-5 @4xl:grid-cols-[3fr_2fr] @4xl:gap-8">
            <div className="flex min-w-0 flex-col gap-5">
              <Voices opinions={detail.opinions} collectedAt={detail.collectedAt} />
              <Attachments detail={detail} onChanged={onChanged} />
              <People assignments={detail.assignments} parties={detail.parties} />
              <Respondents respondents={detail.respondents} />
            </div>
            <div className="flex min-w-0 flex-col gap-5">
              <LevelLadder detail={detail} />
              <Holds holds={detail.holds} />
              <Whistles whistles={detail.whistles} />
            </div>
          </div>
        </div>
      </div>
    </RevealCase>
  );
}
