import type { ImportKind } from "@bandeng/domain";
import { sessionEnded } from "../session/session-events.ts";
import { localeOf, storedLanguage } from "../words/language.ts";

/** Field to column, from 0. */
export type Columns = Readonly<Record<string, number>>;

export interface Checked {
  hash: string;
  encoding: string;
  heads: readonly string[];
  fields: readonly { id: string; name: string; required: boolean }[];
  columns: Columns;
  sample: readonly (readonly string[])[];
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  problemCount: number;
  badRows: number;
  problems: readonly { row: number; field: string; column: string; message: string }[];
}

export interface Imported {
  created: number;
  changed: number;
  unchanged: number;
}

export interface TableGiven {
  file: File;
  kind: ImportKind;
  area: string;
  /** By the heads when undefined. */
  columns?: Columns | undefined;
}

/** What the server says no with, in its own words; empty where something else answered. */
export class NotTaken extends Error {}

async function send<T>(step: "preview" | "run", { file, kind, area, columns }: TableGiven, more: Record<string, string>, headers: Record<string, string>): Promise<T> {
  const query = new URLSearchParams({ kind, area, ...(columns && { columns: JSON.stringify(columns) }), ...more });
  const response = await fetch(`/api/import/${step}?${query.toString()}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/octet-stream", "accept-language": localeOf[storedLanguage()], ...headers },
    body: file,
  });
  if (response.status === 401) sessionEnded();
  if (response.ok) return (await response.json()) as T;
  const { message } = (response.status < 500 ? await response.json().catch(() => ({})) : {}) as { message?: unknown };
  throw new NotTaken(typeof message === "string" ? message : "");
}

/** Asks what a table would do. Nothing is stored. */
export function checkTable(given: TableGiven): Promise<Checked> {
  return send("preview", given, {}, {});
}

/** Brings in what was checked. */
export function importTable(given: TableGiven, hash: string, idempotencyKey: string): Promise<Imported> {
  return send("run", given, { hash }, { "idempotency-key": idempotencyKey });
}
