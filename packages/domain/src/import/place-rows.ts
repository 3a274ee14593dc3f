import { plainCell } from "./cells.ts";
import { doorKey, personKey, type KnownPlaces, type PlacesThere, type RowOutcome, type RowProblemCode, type RowValues } from "./import-plan.ts";

const bad = (field: string, code: RowProblemCode): RowOutcome => ({ outcome: "BAD", field, code });
const nowhere = { grid: null, compoundId: null, buildingId: null, newUnits: [] } as const;

/** A grid by its code, its last three digits or its name. */
export function gridOf(text: string, { grids }: PlacesThere): { readonly code: string } | RowProblemCode {
  const found = grids.filter(({ code, name }) => code === text || plainCell(name) === text || (/^\d{1,3}$/.test(text) && code.endsWith(text.padStart(3, "0"))));
  if (found.length > 1) return "SEVERAL_GRIDS";
  return found[0] ?? "UNKNOWN_GRID";
}

/** Whether a row says anything that is not there yet. */
const says = (values: RowValues, there: RowValues, fields: readonly string[]): boolean => fields.some((field) => values[field] !== undefined && values[field] !== there[field]);

export function planCompound(values: RowValues, there: KnownPlaces): RowOutcome {
  const grid = gridOf(String(values["grid"]), there);
  if (typeof grid === "string") return bad("grid", grid);
  const name = String(values["name"]);
  const old = there.compoundBy.get(name);
  // To move it would move its cases: that is no import.
  if (old && old.grid !== grid.code) return bad("grid", "OTHER_GRID");
  const all: RowValues = { isOld: false, hasProperty: values["propertyCompany"] !== undefined, ...old?.values, ...values, name };
  if (all["propertyCompany"] !== undefined && all["hasProperty"] !== true) return bad("propertyCompany", "COMPANY_WITHOUT_PROPERTY");
  const planned = { ...nowhere, id: old?.id ?? null, values: all, grid: grid.code };
  const fields = ["buildYear", "isOld", "renovationBatch", "hasProperty", "propertyCompany"];
  return { outcome: !old ? "CREATED" : says(all, old.values, fields) ? "CHANGED" : "UNCHANGED", key: name, planned };
}

export function planBuilding(values: RowValues, there: KnownPlaces): RowOutcome {
  const grid = gridOf(String(values["grid"]), there);
  if (typeof grid === "string") return bad("grid", grid);
  const compound = values["compound"] === undefined ? null : there.compoundBy.get(String(values["compound"]));
  if (compound === undefined) return bad("compound", "UNKNOWN_COMPOUND");
  const address = String(values["address"]);
  const old = there.buildingBy.get(address);
  if (old && old.grid !== grid.code) return bad("grid", "OTHER_GRID");
  const compoundId = compound?.id ?? old?.compoundId ?? null;
  const units = Array.from({ length: Number(values["units"] ?? 0) }, (_, i) => i + 1);
  const newUnits = units.filter((no) => old?.units.includes(no) !== true);
  const isChanged = old !== undefined && (old.floors !== values["floors"] || old.compoundId !== compoundId || newUnits.length > 0);
  const planned = { id: old?.id ?? null, values: { ...values, address }, grid: grid.code, compoundId, buildingId: null, newUnits };
  return { outcome: !old ? "CREATED" : isChanged ? "CHANGED" : "UNCHANGED", key: address, planned };
}

export function planHousehold(values: RowValues, there: KnownPlaces): RowOutcome {
  const building = there.buildingBy.get(String(values["address"]));
  if (!building) return bad("address", "UNKNOWN_BUILDING");
  const floor = Number(values["floor"]);
  if (floor > building.floors) return bad("floor", "OUT_OF_RANGE");
  const unit = values["unit"] === undefined ? null : Number(values["unit"]);
  const room = String(values["room"]);
  const key = doorKey(building.id, unit, room);
  const old = there.householdBy.get(key);
  const all: RowValues = { kind: "HOME", ...old?.values, ...values };
  const newUnits = unit === null || building.units.includes(unit) ? [] : [unit];
  const planned = { id: old?.id ?? null, values: all, grid: null, compoundId: null, buildingId: building.id, newUnits };
  return { outcome: !old ? "CREATED" : says(all, old.values, ["floor", "areaCm2", "kind"]) ? "CHANGED" : "UNCHANGED", key, planned };
}

export function planPerson(values: RowValues, there: KnownPlaces): RowOutcome {
  const building = there.buildingBy.get(String(values["address"]));
  if (!building) return bad("address", "UNKNOWN_BUILDING");
  const door = there.householdBy.get(doorKey(building.id, values["unit"] === undefined ? null : Number(values["unit"]), String(values["room"])));
  if (!door) return bad("room", "UNKNOWN_DOOR");
  const name = String(values["name"]);
  const key = personKey(door.id, name);
  const old = there.personBy.get(key);
  const all: RowValues = { ...old?.values, ...(values["phone"] !== undefined && { phone: values["phone"] }), name: old?.name ?? name };
  const planned = { ...nowhere, id: old?.id ?? null, values: all, buildingId: building.id, householdId: door.id };
  return { outcome: !old ? "CREATED" : says(all, old.values, ["phone"]) ? "CHANGED" : "UNCHANGED", key, planned };
}
