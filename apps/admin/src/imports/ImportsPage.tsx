import { csvText, importFields, importKinds, type ImportKind } from "@bandeng/domain";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { download } from "../exports/download.ts";
import { Page } from "../frame/Page.tsx";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { ColumnFields } from "./ColumnFields.tsx";
import { DryRun } from "./DryRun.tsx";
import { importWords } from "./import-words.ts";
import { useImport } from "./use-import.ts";

const taken = [".csv", ".xlsx", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];

/** 小区楼栋: compounds, buildings, doors, residents and past cases brought in from a table, after a dry run. */
export function ImportsPage() {
  const { pages } = useWords();
  const w = useWords(importWords);
  const viewer = useViewer();
  const areas = areasOfRight(viewer, "IMPORT_PLACES");
  const ofPeople = areasOfRight(viewer, "IMPORT_PEOPLE");
  return <Page title={pages.places}>{areas.length > 0 ? <Import areas={areas} ofPeople={ofPeople} /> : <EmptyState icon="lock" title={w.noRight} />}</Page>;
}

function Import({ areas, ofPeople }: { areas: readonly string[]; ofPeople: readonly string[] }) {
  const w = useWords(importWords);
  const { language } = useLanguage();
  const [kind, setKind] = useState<ImportKind>("COMPOUNDS");
  const [at, setAt] = useState(areas.length === 1 ? (areas[0] ?? "") : "");
  const community = chosenArea(at, ["COMMUNITY"]);
  const areasHere = kind === "PEOPLE" || kind === "CASES" ? ofPeople : areas;
  const mayNot = areasHere.length === 0;
  const isFixed = areas.length === 1 && areas[0]?.length === 12;
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-3xl text-ink-soft">{w.intro}</p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <SegmentedControl label={w.what} segments={importKinds.map((id) => ({ id, label: w.kinds[id] }))} value={kind} onChange={(id) => setKind(importKinds.find((one) => one === id) ?? "COMPOUNDS")} />
        <Button variant="quiet" icon="download" onPress={() => download(csvText([importFields[kind].map((field) => field[language])]), `${w.kinds[kind]}.csv`)}>
          {w.template}
        </Button>
      </div>
      <p className="text-small text-ink-soft">{w.hints[kind]}</p>
      {mayNot && <EmptyState icon="lock" title={w.noRightPeople} />}
      {!mayNot && !isFixed && <AreaField roots={areasHere} kinds={["COMMUNITY"]} at={at} onChange={setAt} />}
      {!mayNot && <OneTable key={`${kind} ${community}`} kind={kind} community={community} />}
    </div>
  );
}

function OneTable({ kind, community }: { kind: ImportKind; community: string | null }) {
  const w = useWords(importWords);
  const { file, checked, problem, isChecking, isImporting, done, choose, changeColumns, run } = useImport(kind, community);
  const first = (files: FileList | null) => {
    const one = files?.item(0);
    if (one) choose(one);
  };
  const whyNot = checked === null ? undefined : isChecking ? w.whyNotStale : checked.problemCount > 0 ? w.whyNotProblems(checked.problemCount) : checked.created + checked.changed === 0 ? w.whyNotNothing : undefined;
  const noPlace = community === null ? w.communityFirst : undefined;
  return (
    <>
      <div
        className="flex flex-wrap items-center gap-3 rounded-one border border-dashed border-line-strong bg-surface p-4"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          if (community !== null) first(event.dataTransfer.files);
        }}
      >
        <span>{file === null ? w.dropHere : w.file(file.name, checked?.encoding ?? "…", checked?.rows ?? 0)}</span>
        {noPlace === undefined ? (
          <FileTrigger acceptedFileTypes={taken} onSelect={first}>
            <Button icon="upload">{file === null ? w.chooseFile : w.otherFile}</Button>
          </FileTrigger>
        ) : (
          <Button icon="upload" disabledReason={noPlace}>
            {w.chooseFile}
          </Button>
        )}
        <span className="w-full text-small text-ink-soft">{w.fileHint}</span>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {isChecking && <p>{w.checking}</p>}
        {problem !== null && (
          <p role="alert" className="rounded-one bg-bad-soft px-3 py-2 text-bad">
            {problem}
          </p>
        )}
        {done !== null && <p className="rounded-one bg-good-soft px-3 py-2 text-good">{w.done(done.created, done.changed, done.unchanged)}</p>}
      </div>
      {checked !== null && done === null && (
        <>
          <ColumnFields checked={checked} onChange={changeColumns} />
          <DryRun checked={checked} />
          <div>
            <Button variant="primary" icon="check" isPending={isImporting} disabledReason={whyNot} onPress={run}>
              {isImporting ? w.importing : w.import}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
