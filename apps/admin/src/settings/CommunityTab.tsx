import { phraseOf, refuse } from "@bandeng/domain";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { areasOfRight, communitiesOf, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { communitySettingsDocument, type SettingsShown } from "./community-documents.ts";
import { communityWords } from "./community-words.ts";

export interface PanelProps {
  settings: SettingsShown;
  /** Why the viewer may not change anything; undefined when he may. */
  reason: string | undefined;
  /** Asks the server again, after somebody else was faster. */
  onReload: () => void;
}

export interface CommunityTabProps {
  note: string;
  /** The fields, drawn anew with every version so that a draft never outlives what it was made from. */
  children: (props: PanelProps) => ReactNode;
}

/** What the tabs on one community share: which community, its settings, and why somebody may only read them. */
export function CommunityTab({ note, children }: CommunityTabProps) {
  const w = useWords(communityWords);
  const viewer = useViewer();
  const communities = communitiesOf(viewer).filter((code) => code.length === 12);
  const [chosen, setChosen] = useState<string | null>(null);
  const community = chosen ?? communities[0];
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p className="text-ink-soft">{note}</p>
      {community === undefined ? (
        <EmptyState icon="lock" title={w.noCommunity}>
          {w.noCommunityNote}
        </EmptyState>
      ) : (
        <>
          {communities.length > 1 && (
            <Select
              label={w.community}
              value={community}
              onChange={setChosen}
              items={communities.map((code) => ({ id: code, label: viewer.roles.find(({ areaCode }) => areaCode === code)?.areaName ?? code }))}
              className="w-60"
            />
          )}
          <Loaded key={community} communityCode={community}>
            {children}
          </Loaded>
        </>
      )}
    </div>
  );
}

function Loaded({ communityCode, children }: { communityCode: string; children: CommunityTabProps["children"] }) {
  const w = useWords(communityWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const may = areasOfRight(useViewer(), "CONFIGURE_COMMUNITY").some((area) => communityCode.startsWith(area));
  const [{ data, error, fetching }, ask] = useQuery({ query: communitySettingsDocument, variables: { communityCode }, requestPolicy: "cache-and-network" });
  const again = () => ask({ requestPolicy: "network-only" });
  const settings = data?.communitySettings;
  if (!settings) {
    return error ? (
      <ErrorState onRetry={again} isRetrying={fetching} requestId={requestIdOf(error)}>
        {w.failedNote}
      </ErrorState>
    ) : (
      <Skeleton label={ui.loading} lines={6} />
    );
  }
  const reason = may ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "CONFIGURE_COMMUNITY" }), language);
  return (
    <div key={settings.version} className="contents">
      {children({ settings, reason, onReload: again })}
    </div>
  );
}
