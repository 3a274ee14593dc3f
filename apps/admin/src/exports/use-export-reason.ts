import { areasOfRight, useViewer } from "../session/viewer.ts";
import { useWords } from "../words/useWords.tsx";
import { exportWords } from "./export-words.ts";

/** Why somebody may not export lists of all of these areas; undefined when he may. */
export function useExportReason(areas: readonly string[]): string | undefined {
  const w = useWords(exportWords);
  const held = areasOfRight(useViewer(), "EXPORT_LISTS");
  return areas.length > 0 && areas.every((area) => held.some((own) => area.startsWith(own))) ? undefined : w.noRight;
}
