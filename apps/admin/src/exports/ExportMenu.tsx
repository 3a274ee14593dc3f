import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords } from "../words/useWords.tsx";
import { exportWords } from "./export-words.ts";
import type { FileFormat, ListAsked } from "./take-file.ts";

/** Why somebody may not export lists of all of these areas; undefined when he may. */
export function useExportReason(areas: readonly string[]): string | undefined {
  const w = useWords(exportWords);
  const held = areasOfRight(useViewer(), "EXPORT_LISTS");
  return areas.length > 0 && areas.every((area) => held.some((own) => area.startsWith(own))) ? undefined : w.noRight;
}

/** 导出: the list as it is narrowed on the screen, as CSV or for Excel. */
export function ExportMenu(asked: ListAsked) {
  const w = useWords(exportWords);
  const disabledReason = useExportReason(asked.query.areas);
  const take = async (format: FileFormat) => {
    const { default: takeFile } = await import("./take-file.ts");
    await takeFile(asked, format, w);
  };
  return (
    <Menu
      label={w.export}
      trigger={
        <Button icon="download" iconAfter="chevron-down">
          {w.export}
        </Button>
      }
      placement="bottom end"
      onAction={(id) => void take(id === "xlsx" ? "xlsx" : "csv")}
      groups={[
        {
          id: "formats",
          entries: [
            { id: "csv", label: w.csv, description: w.csvWhat, disabledReason },
            { id: "xlsx", label: w.xlsx, description: w.xlsxWhat, disabledReason },
          ],
        },
      ]}
    />
  );
}
