import type { Category } from "../case/categories.ts";
import type { LocalDate } from "../deadline/moment.ts";
import type { CellProblem } from "./cells.ts";

export type FieldValue = string | number | boolean;
export type RowValues = Readonly<Record<string, FieldValue>>;

/** What is there already in the community a table is for, by what people call it. */
export interface PlacesThere {
  readonly grids: readonly { readonly code: string; readonly name: string }[];
  readonly compounds: readonly { readonly id: string; readonly name: string; readonly grid: string; readonly values: RowValues }[];
  readonly buildings: readonly { readonly id: string; readonly address: string; readonly grid: string; readonly compoundId: string | null; readonly floors: number; readonly units: readonly number[] }[];
  readonly households: readonly { readonly id: string; readonly buildingId: string; readonly unit: number | null; readonly room: string; readonly values: RowValues }[];
  /** Whoever is known with a door; only where people are brought in. `values`: the phone, as digits, where one is known. */
  readonly people?: readonly { readonly id: string; readonly name: string; readonly householdId: string; readonly values: RowValues }[];
  /** What past cases are looked at with; only where those are brought in. `pastNumbers`: those of the tables before. */
  readonly past?: { readonly today: LocalDate; readonly categories: readonly Category[]; readonly pastNumbers: readonly string[] };
}

/** Why a row cannot be taken, beside what is wrong with single cells. */
export type RowProblemCode = CellProblem | "COLUMN_MISSING" | "UNKNOWN_GRID" | "SEVERAL_GRIDS" | "UNKNOWN_COMPOUND" | "UNKNOWN_BUILDING" | "UNKNOWN_DOOR" | "IS_DISPUTE" | "UNKNOWN_CATEGORY" | "NOT_OVER" | "WRONG_ORDER" | "OTHER_GRID" | "COMPANY_WITHOUT_PROPERTY" | "TWICE";

/** One thing wrong with one row. `row` is its line in the table, the heads being line 1. */
export interface RowProblem {
  readonly row: number;
  /** The field it concerns. */
  readonly field: string;
  readonly code: RowProblemCode;
  /** Of TWICE: the line that says the same already. */
  readonly other?: number;
}

/** A row that is to be stored: what is already there under `id`, or something new where that is null. */
export interface PlannedRow {
  readonly row: number;
  readonly id: string | null;
  /** Everything as it will be: what the table does not say stays what it was. */
  readonly values: RowValues;
  /** What the row hangs on: a grid's code, ids of compound and building. */
  readonly grid: string | null;
  readonly compoundId: string | null;
  readonly buildingId: string | null;
  /** The door of a person. */
  readonly householdId?: string;
  /** Units of a building that are not there yet. */
  readonly newUnits: readonly number[];
}

/** What a table would do. It is carried out whole or, with a single problem, not at all. */
export interface ImportPlan {
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly created: readonly PlannedRow[];
  readonly changed: readonly PlannedRow[];
  readonly unchanged: number;
}

/** What one row comes to. */
export type RowOutcome =
  | { readonly outcome: "BAD"; readonly field: string; readonly code: RowProblemCode }
  | { readonly outcome: "CREATED" | "CHANGED" | "UNCHANGED"; readonly key: string; readonly planned: Omit<PlannedRow, "row"> };

/** What is there, found by name and not by going through it all for each row. */
export interface KnownPlaces extends PlacesThere {
  readonly compoundBy: ReadonlyMap<string, PlacesThere["compounds"][number]>;
  readonly buildingBy: ReadonlyMap<string, PlacesThere["buildings"][number]>;
  readonly householdBy: ReadonlyMap<string, PlacesThere["households"][number]>;
  readonly personBy: ReadonlyMap<string, NonNullable<PlacesThere["people"]>[number]>;
}

/** A door by what identifies it: two doors of one building never have the same. */
export const doorKey = (buildingId: string, unit: number | null, room: string): string => `${buildingId} ${unit ?? ""} ${room}`;

/** A resident by what identifies him to a table: the name and the door. */
export const personKey = (householdId: string, name: string): string => `${householdId} ${name.replaceAll(" ", "")}`;
