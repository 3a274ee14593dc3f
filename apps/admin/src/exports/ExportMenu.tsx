import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords } from "../words/useWords.tsx";
import { exportWords } from "./export-words.ts";
import type { FileFormat, ListAsked } from "./take-file.ts";
import { useExportReason } from "./use-export-reason.ts";

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
