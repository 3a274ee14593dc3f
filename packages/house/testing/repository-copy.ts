import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root, workspaceFolders } from "../repository.mjs";
import { readTree } from "../tree.mjs";

/** A copy of the repository's sources, in which violations can be planted without touching the real ones. */
export interface RepositoryCopy {
  readonly folder: string;
  /** Writes a file, or replaces one. */
  plant(file: string, text: string): void;
  remove(): void;
}

/** Copies the sources; the installed packages are linked, not copied. */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-gates-"));
  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const file of readTree({ untracked: true }).files) cpSync(join(root, file), join(folder, file));
  for (const part of ["", ...workspaceFolders()]) {
    mkdirSync(join(folder, part), { recursive: true });
    symlinkSync(join(root, part, "node_modules"), join(folder, part, "node_modules"));
  }
  return { folder, plant, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
