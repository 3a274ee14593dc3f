import type { ImportKind } from "@bandeng/domain";
import { useRef, useState } from "react";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { announce } from "../ui/announce.ts";
import { useWords } from "../words/useWords.tsx";
import { importWords } from "./import-words.ts";
import { checkTable, importTable, NotTaken, type Checked, type Columns, type Imported } from "./send-table.ts";

export interface ImportAtWork {
  file: File | null;
  checked: Checked | null;
  /** Why it is not taken, as a sentence. */
  problem: string | null;
  isChecking: boolean;
  isImporting: boolean;
  done: Imported | null;
  choose: (file: File) => void;
  changeColumns: (columns: Columns) => void;
  run: () => void;
}

const storageKey = (kind: ImportKind, heads: readonly string[]): string => `import ${kind} ${heads.join("|")}`;

/** The columns that were chosen for a table with these heads before. */
function remembered(kind: ImportKind, heads: readonly string[]): Columns | undefined {
  const text = localStorage.getItem(storageKey(kind, heads));
  return text === null ? undefined : (JSON.parse(text) as Columns);
}

/** A table on its way in: chosen, checked, perhaps checked again with other columns, imported. */
export function useImport(kind: ImportKind, community: string | null): ImportAtWork {
  const w = useWords(importWords);
  const [file, setFile] = useState<File | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const [done, setDone] = useState<Imported | null>(null);
  // One import has one key, however often its button is pressed.
  const key = useRef("");
  const turn = useRef(0);
  const sentence = (error: unknown): string => (error instanceof NotTaken && error.message !== "" ? error.message : w.failed);

  const check = async (one: File, columns?: Columns): Promise<void> => {
    if (community === null) return;
    turn.current += 1;
    const mine = turn.current;
    setChecking(true);
    setProblem(null);
    setDone(null);
    try {
      const first = await checkTable({ file: one, kind, area: community, columns });
      const known = columns ?? remembered(kind, first.heads);
      const next = columns === undefined && known ? await checkTable({ file: one, kind, area: community, columns: known }) : first;
      if (mine !== turn.current) return;
      key.current = newIdempotencyKey();
      setChecked(next);
    } catch (error) {
      if (mine !== turn.current) return;
      setChecked(null);
      setProblem(sentence(error));
    } finally {
      if (mine === turn.current) setChecking(false);
    }
  };

  const bring = async (): Promise<void> => {
    if (file === null || checked === null || community === null || isImporting) return;
    setImporting(true);
    setProblem(null);
    try {
      const result = await importTable({ file, kind, area: community, columns: checked.columns }, checked.hash, key.current);
      setDone(result);
      announce(w.done(result.created, result.changed, result.unchanged));
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setImporting(false);
    }
  };

  return {
    file, checked, problem, isChecking, isImporting, done,
    choose(one) {
      setFile(one);
      setChecked(null);
      void check(one);
    },
    changeColumns(columns) {
      if (file === null || checked === null) return;
      localStorage.setItem(storageKey(kind, checked.heads), JSON.stringify(columns));
      setChecked({ ...checked, columns });
      void check(file, columns);
    },
    run: () => void bring(),
  };
}
