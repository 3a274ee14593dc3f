import type { RecordedCaseFragment } from "../graphql/graphql.ts";
import type { Draft, Input } from "./draft.ts";
import type { EntryFile } from "./kept-files.ts";

/** How far an entry has come, as far as this device knows. */
export type EntryState =
  /** For the network, the session, or its turn. */
  | { kind: "waiting" }
  /** The server said no; `code` is the domain's, absent where a file was refused. */
  | { kind: "refused"; message: string; path: string | null; code?: string }
  /** A fault of the server. */
  | { kind: "failed"; requestId: string | undefined }
  /** Its words are recorded, out of the recorder's sight: files cannot follow. */
  | { kind: "outOfSight" }
  /** The browser has lost the bytes of a file. */
  | { kind: "fileLost" };

/** What was written down here and is not known to have reached the community in full. */
export interface Entry {
  input: Input;
  /** As it was typed, to be put right when it is refused. */
  draft: Draft;
  writtenAt: string;
  state: EntryState;
  /** Once the words are recorded: the case they are in. Only files are left to send then. */
  recorded: { caseId: string; no: string } | null;
  /** Those that have not arrived, in the order they were added. */
  files: readonly EntryFile[];
}

export type Outcome = Recorded | EntryState;

/** Its words are recorded; the files follow under the entry's key. */
export interface Recorded {
  kind: "recorded";
  key: string;
  /** Null when it was recorded out of the recorder's sight. */
  case: RecordedCaseFragment | null;
  /** By which the resident asks and answers later; null for whoever may not see it. */
  slipCode: string | null;
  /** It joined a case that there was already. */
  isAddition: boolean;
}

/** What is told when something arrives that nobody waits for any more. */
export type Arrived = { kind: "words"; case: RecordedCaseFragment | null } | { kind: "files"; no: string };

/** Entries as they stand in storage; what an older version of the page stored lacks the later fields. */
export function entriesOf(stored: unknown): Entry[] {
  if (!Array.isArray(stored)) return [];
  return (stored as (Entry & Partial<Pick<Entry, "recorded" | "files">>)[]).map((entry) => ({ ...entry, recorded: entry.recorded ?? null, files: entry.files ?? [] }));
}
