import type { FigureFragment } from "../graphql/graphql.ts";
import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { dashboardWords } from "./dashboard-words.ts";
import type { DefinitionsPanelProps } from "./DefinitionsPanel.tsx";

const definitions = lazyPanel<DefinitionsPanelProps>(() => import("./DefinitionsPanel.tsx"));

/** The definitions of what is shown, word for word as the server counts. */
export function HowCounted({ figures }: { figures: readonly FigureFragment[] }) {
  const w = useWords(dashboardWords);
  return <PanelButton panel={definitions} panelProps={{ figures }} label={w.howCounted} icon="help" variant="quiet" size="small" />;
}
