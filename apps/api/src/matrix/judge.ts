import { caseActionNames, isRefusal, seesProject, whyNot } from "@bandeng/domain";
import { relationTo, tokensOf, type Model, type Relation } from "./model.ts";
import { canary, worldDepartments, worldPlaces } from "./places.ts";
import { everybody, residents } from "./people.ts";
import { answerKey, type Selection } from "./selections.ts";
import type { WorldCase } from "./cases.ts";
import { carrierOf, worldCases, worldProjects, worldViews } from "./world.ts";
import { maskedTitle } from "../cases/case-fields.ts";

type Thing = Record<string, unknown>;

/** What was checked and what was wrong, over many answers. */
export class Ledger {
  /** viewer × path × relation, each once. */
  readonly cells = new Set<string>();
  readonly faults: string[] = [];
  checks = 0;

  cell(model: Model, path: string, relation: Relation | "NONE"): void {
    this.checks++;
    this.cells.add(`${model.who.key}|${path}|${relation}`);
  }

  fault(model: Model, path: string, what: string): void {
    if (this.faults.length < 40) this.faults.push(`${model.who.key} · ${path} · ${what}`);
  }
}

/** Types whose objects have an id of their own and are looked up by it among the witness's. */
const keyed: Readonly<Record<string, string>> = {
  Case: "id", SecretaryProject: "id", Compound: "id", Building: "id", Unit: "id", Department: "id", Resident: "id", Worker: "id", SavedView: "id", Area: "code", OverdueWhistle: "id", Opinion: "id", CaseEvent: "id", Person: "id",
};

/** Where an object lies, for its relation to a viewer; null for what lies nowhere. */
function areaOf(type: string, id: string): { area: string; confidential: boolean } | null {
  const at = (area: string | undefined, confidential = false) => (area === undefined ? null : { area, confidential });
  const c = type === "Case" ? worldCases.find((one) => one.now.id === id) : undefined;
  if (c) return at(c.now.gridCode, c.now.kind === "DISPUTE");
  if (type === "SecretaryProject") return at(worldProjects.find((p) => p.now.id === id)?.now.communityCode);
  if (type === "Department") return at(worldDepartments.find((d) => d.id === id)?.district);
  if (type === "Resident") return at(residents.find((r) => r.id === id)?.area);
  if (type === "Worker" || type === "Person") return at(everybody.find((p) => p.id === id)?.area);
  if (type === "SavedView") return at(worldViews.find((v) => v.id === id)?.area);
  if (type === "Area") return at(id);
  return at(worldPlaces.find((p) => [p.compoundId, p.buildingId, p.unitId].includes(id))?.grid);
}

interface Here {
  readonly path: string;
  readonly relation: Relation | "NONE";
  readonly c: WorldCase | undefined;
  readonly opinionId?: unknown;
}

/** Whoever sees a case whole sees what was said of it, also where another case carries it now. */
const isOfCase = (type: string, here: Here): boolean => type === "Opinion" && here.c !== undefined;

/** Holds answers to the reference model: what the witness was answered, with what the model hides taken out. */
export class Judge {
  readonly #model: Model;
  readonly #ledger: Ledger;

  constructor(model: Model, ledger: Ledger) {
    this.#model = model;
    this.#ledger = ledger;
  }

  /** Every marked text, id and number that stands anywhere in an answer. */
  scan(path: string, answer: unknown): void {
    const allowed = this.#model.allowed();
    for (const token of new Set(tokensOf(JSON.stringify(answer)))) {
      this.#ledger.checks++;
      if (!allowed.has(token) && !this.#isPublic(token)) this.#fault(path, `leak: ${token}`);
    }
  }

  root(path: string, selections: readonly Selection[], type: string, list: boolean, value: unknown, reference: unknown): void {
    const s: Selection = { field: path, owner: "Query", type, list, leaf: false, policy: "CONTENT", below: selections };
    this.#field(s, value, reference, { path, relation: "NONE", c: undefined });
  }

  #isPublic(token: string): boolean {
    return token === this.#model.who.id || token.startsWith("«area:");
  }

  #fault(path: string, what: string): void {
    this.#ledger.fault(this.#model, path, what);
  }

  #leaf(here: Here): void {
    this.#ledger.cell(this.#model, here.path, here.relation);
  }

  #equal(here: Here, value: unknown, ...expected: readonly unknown[]): void {
    this.#leaf(here);
    const text = JSON.stringify(value);
    if (!expected.some((one) => JSON.stringify(one) === text)) this.#fault(here.path, `${text?.slice(0, 80)} for ${JSON.stringify(expected[0])?.slice(0, 80)} (${here.relation})`);
  }

  #field(s: Selection, value: unknown, reference: unknown, here: Here): void {
    const { c } = here;
    if (s.policy === "COUNTED" || s.policy === "SELF") return this.#leaf(here);
    if (s.policy === "CASE_WHOLE" && c && this.#model.case(c) === "MASKED") return this.#empty(s, value, here, c);
    if (s.owner === "Case" && s.field === "visibility" && c) return this.#equal(here, value, this.#model.case(c));
    if (s.owner === "Case" && s.field === "actions" && c) return this.#actions(s, value, here, c);
    // What may be done to a project, and whether costs can be shared, is each viewer's own: the mutations are held to their tables.
    if (s.type === "ProjectActionState" || s.type === "CostActionState") return s.below.forEach((b) => this.#leaf({ ...here, path: `${here.path}.${b.field}` }));
    if (s.owner === "Case" && s.field === "projectNo" && c) {
      const project = worldProjects.find((p) => p.now.id === c.now.projectId);
      return this.#equal(here, value, project && seesProject(project.now, this.#model.viewer) ? reference : null);
    }
    if (s.type === "SavedView") return this.#views(s, value as readonly Thing[], here);
    if (s.type === "BoardLane") return s.below.forEach((b) => this.#leaf({ ...here, path: `${here.path}.${b.field}` })); // counts.ts
    if (s.type === "LikelyDuplicate") return this.#likely(s, value as readonly Thing[], here);
    if (s.owner === "Opinion" && s.field === "slipCode") return this.#equal(here, value, c && this.#model.slip(c, here.opinionId) ? reference : null);
    if (s.type === "Person") return this.#person(s, value, reference, here);
    if (s.owner === "CaseRespondent" && s.field === "name") return this.#equal(here, value, this.#respondent(reference as string));
    if (s.owner === "CaseWhistle" && s.field === "departmentName") return this.#equal(here, value, ...(c && this.#model.near(c.now.gridCode) ? [reference] : [reference, ""]));
    // Row level security gives no names of places to somebody who sees a case but works in no community.
    if (s.owner === "CasePlaceType" && s.leaf) return this.#equal(here, value, ...(c && this.#model.place(c.now.gridCode) ? [reference] : [reference, null]));
    if (s.leaf) return this.#equal(here, value, reference);
    if (s.type === "Door") return this.#doors(s, value as readonly Thing[], (reference ?? []) as readonly Thing[], here);
    if (s.list && reference === null) return value === null ? this.#absent(s, here) : this.#fault(here.path, "leak: a list where there is none");
    if (s.list) return this.#list(s, value as readonly Thing[], (reference ?? []) as readonly Thing[], here);
    return this.#object(s, value as Thing | null, reference as Thing | null, here);
  }

  /** Row level security never hides somebody from himself: alone, it shows him among the residents, and by his full name. */
  #isSelf(type: string, id: unknown): boolean {
    return ["Resident", "Person"].includes(type) && id === this.#model.who.id;
  }

  #object(s: Selection, value: Thing | null, reference: Thing | null, here: Here): void {
    if (s.type === "CaseEdge") return this.#edge(s, value, reference, here);
    const type = typeof value?.["__typename"] === "string" ? value["__typename"] : typeof reference?.["__typename"] === "string" ? reference["__typename"] : s.type;
    const several = new Set(s.below.map((b) => b.owner)).size > 1;
    const idKey = keyed[type];
    const id = idKey && (reference ?? value)?.[several ? `${type}_${idKey}` : idKey];
    const exists = typeof id === "string" && !this.#isSelf(type, id) && !isOfCase(type, here) ? this.#model.sees(type, id) : undefined;
    const found = reference !== null && exists !== "NONE";
    if (!found || value === null) {
      for (const b of s.below) if (!several || b.owner === type) this.#absent(b, { ...here, path: `${here.path}.${b.field}`, ...this.#around(type, id, here) });
      if (found !== (value !== null)) this.#fault(here.path, found ? `missing: ${String(id)}` : `leak: ${String(id)}`);
      return;
    }
    const around = this.#around(type, id, here);
    for (const b of s.below) {
      const key = answerKey(b, several);
      if (several && b.owner !== type) continue;
      this.#field(b, value[key], reference[key], { ...here, ...around, path: `${here.path}.${b.field}` });
    }
  }

  /** An edge is there where its case is, and its cursor is its own. */
  #edge(s: Selection, value: Thing | null, reference: Thing | null, here: Here): void {
    const node = s.below.find((b) => b.field === "node") as Selection;
    this.#leaf({ ...here, path: `${here.path}.cursor` });
    this.#object(node, (value?.["node"] ?? null) as Thing | null, (reference?.["node"] ?? null) as Thing | null, { ...here, path: `${here.path}.node` });
  }

  #around(type: string, id: unknown, here: Here): Omit<Here, "path"> {
    const at = typeof id === "string" ? areaOf(type, id) : null;
    return {
      relation: at ? relationTo(this.#model.who, at.area, at.confidential) : here.relation,
      c: type === "Case" ? worldCases.find((one) => one.now.id === id) : type === "Opinion" ? carrierOf(id) : here.c,
      ...(type === "Opinion" ? { opinionId: id } : {}),
    };
  }

  #absent(s: Selection, here: Here): void {
    if (s.leaf) return this.#leaf(here);
    for (const b of s.below) this.#absent(b, { ...here, path: `${here.path}.${b.field}` });
  }

  /** Of a list of objects with ids: exactly those of the witness's list that the model shows, in the same order. */
  #list(s: Selection, value: readonly Thing[], reference: readonly Thing[], here: Here): void {
    const idKey = keyed[s.type] ?? (s.type === "CaseEdge" ? "node" : undefined);
    const several = new Set(s.below.map((b) => b.owner)).size > 1;
    if (idKey === undefined || several) {
      if (value.length !== reference.length) this.#fault(here.path, `${value.length} for ${reference.length}`);
      reference.forEach((one, i) => this.#object(s, value[i] ?? null, one, here));
      return;
    }
    const idOf = (one: Thing): string => String(idKey === "node" ? (one["node"] as Thing)["id"] : one[idKey]);
    const type = idKey === "node" ? "Case" : s.type;
    const byId = new Map(value.map((one) => [idOf(one), one]));
    const shown = reference.filter((one) => s.type === "Worker" || this.#isSelf(s.type, idOf(one)) ? byId.has(idOf(one)) : isOfCase(type, here) || this.#model.sees(type, idOf(one)) !== "NONE");
    // Who of the workers is there depends on the area that was asked about: counts.ts holds that list to the model.
    const wanted = JSON.stringify(shown.map(idOf));
    const given = JSON.stringify(value.map(idOf));
    if (wanted !== given) this.#fault(here.path, `order or members: ${given.slice(0, 200)} for ${wanted.slice(0, 200)}`);
    for (const one of reference) if (shown.includes(one) || !(s.type === "Worker" || this.#isSelf(s.type, idOf(one)))) this.#object({ ...s, list: false }, byId.get(idOf(one)) ?? null, one, here);
  }

  /** The doors of a building, by whoever knows the places of its community. */
  #doors(s: Selection, value: readonly Thing[], reference: readonly Thing[], here: Here): void {
    const shown = this.#model.place(worldPlaces[0]?.grid ?? "") ? reference : [];
    if (value.length !== shown.length) this.#fault(here.path, `${value.length} for ${shown.length}`);
    for (const b of s.below) this.#absent(b, { ...here, path: `${here.path}.${b.field}` });
  }

  /** What may be the same matter is the domain's to say; here, that nobody is told of a case he does not see whole. */
  #likely(s: Selection, value: readonly Thing[], here: Here): void {
    for (const b of s.below) this.#absent(b, { ...here, path: `${here.path}.${b.field}` });
    for (const one of value) {
      const id = (one["case"] as Thing)["id"];
      const c = worldCases.find((known) => known.now.id === id);
      if (!c || this.#model.case(c) !== "WHOLE") this.#fault(here.path, `leak: ${String(id)}`);
    }
  }

  /** Views have an owner, who alone reads those that are not shared: the witness is no measure for them. */
  #views(s: Selection, value: readonly Thing[], here: Here): void {
    for (const b of s.below) this.#leaf({ ...here, path: `${here.path}.${b.field}` });
    const wanted = worldViews.filter((v) => this.#model.view(v.id)).map((v) => [v.id, canary("view", v.key, "name"), v.shared, v.owner === this.#model.who]);
    const given = value.map((v) => [v["id"], v["name"], v["shared"], v["mine"]]);
    this.#equal(here, given.toSorted(), wanted.toSorted());
  }

  #person(s: Selection, value: unknown, reference: unknown, here: Here): void {
    const id = (reference as Thing | null)?.["id"];
    const name = typeof id === "string" ? this.#model.personName(id) : null;
    for (const b of s.below) this.#leaf({ ...here, path: `${here.path}.${b.field}` });
    const expected = name === null ? null : { id, name };
    // The name stands on the card itself; row level security takes it away where the person is out of sight.
    const part = (["lead", "secretary"].includes(s.field) && typeof id === "string") || this.#isSelf("Person", id);
    const known = everybody.find((p) => p.id === id);
    const named = { id, name: canary("person", known?.key ?? "", "name") };
    const others = part ? [named, ...(name === null ? [{ id, name: "" }] : [])] : [];
    this.#equal(here, value, ...(s.owner === "Viewer" ? [value] : [expected, ...others]));
  }

  #respondent(reference: string): string {
    const person = everybody.find((p) => [canary("person", p.key, "mask"), canary("person", p.key, "name")].includes(reference));
    return (person && this.#model.personName(person.id)) ?? "匿名";
  }

  #actions(s: Selection, value: unknown, here: Here, c: WorldCase): void {
    for (const b of s.below) this.#leaf({ ...here, path: `${here.path}.${b.field}` });
    const expected = caseActionNames.map((action) => {
      const no = whyNot(action, c.now, this.#model.viewer);
      return [action, !isRefusal(no), isRefusal(no) ? no.code : null];
    });
    this.#equal(here, (value as readonly Thing[]).map((one) => [one["action"], one["allowed"], one["code"]]), expected);
  }

  #empty(s: Selection, value: unknown, here: Here, c: WorldCase): void {
    for (const b of s.below) this.#absent(b, { ...here, path: `${here.path}.${b.field}` });
    if (s.field === "title") return this.#equal(here, value, maskedTitle);
    if (s.field === "maxLevel") return this.#equal(here, value, c.now.level);
    const nothing = value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
    const hollow = typeof value === "object" && value !== null && Object.values(value).every((one) => one === null);
    this.#leaf(here);
    if (!nothing && !hollow) this.#fault(here.path, `not hidden: ${JSON.stringify(value).slice(0, 80)}`);
  }
}
