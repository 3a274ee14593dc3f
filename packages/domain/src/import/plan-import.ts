import { plainCell, type CellProblem } from "./cells.ts";
import { importFields, type ImportKind } from "./import-fields.ts";
import { doorKey, personKey, type FieldValue, type ImportPlan, type KnownPlaces, type PlacesThere, type PlannedRow, type RowOutcome, type RowProblem, type RowValues } from "./import-plan.ts";
import { planPastCase } from "./past-case.ts";
import { planBuilding, planCompound, planHousehold, planPerson } from "./place-rows.ts";

const planners = { COMPOUNDS: planCompound, BUILDINGS: planBuilding, HOUSEHOLDS: planHousehold, PEOPLE: planPerson, CASES: planPastCase } satisfies Record<ImportKind, (values: RowValues, there: KnownPlaces) => RowOutcome>;

/**
 * Plans an import without doing anything: each row is new, changes something, changes nothing, or is bad, and why. The same
 * table a second time changes nothing. An empty row is no row; an empty cell leaves what is there.
 * @param columns in which column each field stands, counted from 0
 */
export function planImport(kind: ImportKind, rows: readonly (readonly string[])[], columns: Readonly<Record<string, number>>, there: PlacesThere): ImportPlan {
  const missing = importFields[kind].filter(({ id, required }) => required && columns[id] === undefined);
  if (missing.length > 0) return { rows: rows.length, problems: missing.map(({ id }) => ({ row: 1, field: id, code: "COLUMN_MISSING" })), created: [], changed: [], unchanged: 0 };
  const problems: RowProblem[] = [];
  const created: PlannedRow[] = [];
  const changed: PlannedRow[] = [];
  const seen = new Map<string, number>();
  const known = indexed(there);
  let [count, unchanged] = [0, 0];
  for (const [i, cells] of rows.entries()) {
    const row = i + 2;
    if (cells.every((cell) => plainCell(cell) === "")) continue;
    count += 1;
    const { values, wrong } = readRow(kind, cells, columns);
    if (wrong.length > 0) {
      problems.push(...wrong.map((one) => ({ row, ...one })));
      continue;
    }
    const done = planners[kind](values, known);
    if (done.outcome === "BAD") {
      problems.push({ row, field: done.field, code: done.code });
      continue;
    }
    const other = seen.get(done.key);
    if (other !== undefined) {
      problems.push({ row, field: importFields[kind].find(({ required }) => required)?.id ?? "", code: "TWICE", other });
      continue;
    }
    seen.set(done.key, row);
    if (done.outcome === "UNCHANGED") unchanged += 1;
    else (done.outcome === "CREATED" ? created : changed).push({ row, ...done.planned });
  }
  return { rows: count, problems, created, changed, unchanged };
}

function indexed(there: PlacesThere): KnownPlaces {
  return {
    ...there,
    compoundBy: new Map(there.compounds.map((one) => [plainCell(one.name), one])),
    buildingBy: new Map(there.buildings.map((one) => [plainCell(one.address), one])),
    householdBy: new Map(there.households.map((one) => [doorKey(one.buildingId, one.unit, one.room), one])),
    personBy: new Map((there.people ?? []).map((one) => [personKey(one.householdId, plainCell(one.name)), one])),
  };
}

function readRow(kind: ImportKind, cells: readonly string[], columns: Readonly<Record<string, number>>): { values: RowValues; wrong: { field: string; code: CellProblem }[] } {
  const values: Record<string, FieldValue> = {};
  const wrong: { field: string; code: CellProblem }[] = [];
  for (const { id, required, read } of importFields[kind]) {
    const at = columns[id];
    const text = at === undefined ? "" : plainCell(cells[at] ?? "");
    if (text === "") {
      if (required) wrong.push({ field: id, code: "MISSING" });
      continue;
    }
    const got = read(text);
    if ("problem" in got) wrong.push({ field: id, code: got.problem });
    else values[id] = got.value;
  }
  return { values, wrong };
}
