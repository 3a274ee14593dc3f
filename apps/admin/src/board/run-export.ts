import type { Client } from "urql";
import { announce } from "../ui/announce.ts";
import { showToast } from "../ui/toasts.ts";
import type { Format } from "../words/format.ts";
import type { Language, Same } from "../words/language.ts";
import type { board } from "../words/zh/board.ts";
import { download, mostRows, readAllCases, tableOf, type ExportAsked } from "./export-cases.ts";

export interface ExportGiven extends Omit<ExportAsked, "onProgress"> {
  language: Language;
  words: Same<typeof board>;
  format: Format;
  /** The page's name, for the file's. */
  name: string;
}

/** From the wish to the file, telling how far it is. */
export default async function runExport(client: Client, { areas, filter, language, words: w, format, name }: ExportGiven): Promise<void> {
  let closeToast = showToast({ title: w.exporting(0), seconds: 600 });
  let told = 0;
  const onProgress = (count: number) => {
    if (count - told < 1000) return;
    told = count;
    closeToast();
    closeToast = showToast({ title: w.exporting(count), seconds: 600 });
  };
  try {
    const { cards, isCut } = await readAllCases(client, { areas, filter, onProgress });
    download(tableOf(cards, language, w, format), `${name}-${format.isoDate(Date.now())}.csv`);
    closeToast();
    showToast({ title: w.exported(cards.length), description: isCut ? w.exportCut(mostRows) : undefined, tone: isCut ? "warn" : "good" });
    announce(w.exported(cards.length));
  } catch {
    closeToast();
    showToast({ title: w.exportFailed, tone: "bad" });
  }
}
