import { useQuery } from "urql";
import { graphql } from "../graphql/gql.ts";
import { useViewer } from "../session/viewer.ts";
import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";
import type { GridPanelProps } from "./GridPanel.tsx";

const gridPanel = lazyPanel<GridPanelProps>(() => import("./GridPanel.tsx"));

const areaNameDocument = graphql(`
  query AreaName($code: ID!) {
    area(code: $code) { code name }
  }
`);

export interface GridButtonProps {
  /** The areas that are shown. */
  areas: readonly string[];
  /** Those that were chosen; undefined: the viewer's own. */
  chosen: readonly string[] | undefined;
  onChoose: (areas: string[] | undefined) => void;
  /** What there is to choose from; areas of cases when not given. */
  own?: readonly string[];
}

/** Which grids are shown: one, several, or all of one's own. */
export function GridButton({ areas, chosen, onChoose, own }: GridButtonProps) {
  const { board: w } = useWords();
  const viewer = useViewer();
  const first = areas[0] ?? "";
  const held = viewer.roles.find(({ areaCode }) => areaCode === first)?.areaName;
  const [{ data }] = useQuery({ query: areaNameDocument, variables: { code: first }, pause: held !== undefined || first === "" });
  const name = held ?? data?.area?.name ?? first;
  const label = areas.length > 1 ? w.gridsSome(name, areas.length) : name || w.grids;
  return <PanelButton panel={gridPanel} panelProps={{ chosen, onChoose, ...(own ? { own } : {}) }} label={label} icon="pin" iconAfter="chevron-down" className="max-w-full" />;
}
