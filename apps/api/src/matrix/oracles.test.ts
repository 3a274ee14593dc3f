import { getNamedType, isEnumType, isInputObjectType, isListType, type GraphQLInputField } from "graphql";
import { afterAll, describe, expect, it } from "vitest";
import { v7 } from "./ids.ts";
import { Model } from "./model.ts";
import { personOf, witness, type WorldPerson } from "./people.ts";
import { gridOf, placeAt } from "./places.ts";
import { startWorld, worldCases } from "./world.ts";
import { makeSchema } from "../schema.ts";

const schema = makeSchema();
const world = await startWorld();
afterAll(() => world.stop());

const idsByField: Readonly<Record<string, readonly string[]>> = {
  categories: ["assets.roof", "assets.sewer", "disputes.noise"],
  leadIds: [personOf("own/CLERK").id, personOf("own/SECRETARY").id],
  compoundIds: [placeAt("own", 1).compoundId, placeAt("own", 2).compoundId],
  buildingId: [placeAt("own", 1).buildingId, placeAt("own", 2).buildingId],
  projectId: [v7("project:own")],
};
const texts = ["planted", "«case:own", "words»", "2024-0014", "bi", "own-1:address"];

/** Every value that a field of CaseFilter is tried with; one that cannot be tried fails. */
function valuesOf(field: GraphQLInputField): string[] {
  const type = getNamedType(field.type);
  const written = (one: string): string => (isListType(field.type) ? `[${one}]` : one);
  if (isEnumType(type)) return type.getValues().map(({ name }) => written(name));
  if (type.name === "Boolean") return ["true", "false"];
  if (type.name === "DateTime") return ['"2024-06-03T01:30:00Z"', '"2024-06-05T10:00:00Z"'];
  if (type.name === "String") return texts.map((text) => JSON.stringify(text));
  const ids = idsByField[field.name];
  if (!ids) throw new Error(`CaseFilter.${field.name} is not tried by any value`);
  return ids.map((id) => written(`"${id}"`));
}

const filterType = schema.getType("CaseFilter");
const filters = isInputObjectType(filterType) ? Object.values(filterType.getFields()).flatMap((field) => valuesOf(field).map((value) => `{ ${field.name}: ${value} }`)) : [];
const pairs = ["{ kinds: [DISPUTE], withoutLead: true }", "{ kinds: [DISPUTE], overdue: true }", `{ statuses: [COLLECTED], text: "planted" }`, "{ levels: [COMMUNITY], adopted: false }"];
const tried = ["{}", ...filters, ...pairs];
const areas = `areas: ["340802", "${gridOf("district", 1)}"]`;

/** Everything countable and orderable: of every filter members, order, cursors, next page and total; of boards and lists the rest. */
const documents = [
  ...chunks(tried, 30).map((part) => `{ ${part.map((filter, i) => `f${i}: cases(${areas}, order: UPDATED, first: 2, filter: ${filter}) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title updatedAt } } }`).join(" ")} }`),
  `{ ${["DUE", "CLOSED", "UPDATED"].map((order) => `${order}: cases(${areas}, order: ${order}, first: 100) { totalCount nodes { id } }`).join(" ")}
    ${["ESCALATION", "WORKFLOW"].map((view) => `${view}: board(${areas}, first: 3, view: ${view}) { columns { total overdue cards { edges { cursor } pageInfo { hasNextPage } } } }`).join(" ")}
    ${["GRID", "KIND", "COMPOUND", "LEAD"].map((by) => `${by}: boardLanes(${areas}, by: ${by}) { key total overdue }`).join(" ")}
    workers(area: "${gridOf("own", 1)}", first: 100) { id leads } }`,
];

function chunks<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));
}

async function seenBy(who: WorldPerson): Promise<string[]> {
  return Promise.all(
    documents.map(async (text) => {
      const { data, errors } = await world.ask(who, text);
      expect(errors).toEqual([]);
      return JSON.stringify(data);
    }),
  );
}

const moved = personOf("own/SECRETARY").id;
/** What a masked card hides: changing it must not be seen by who sees the card masked, nor by who does not see it. */
const hiddenOnMasked: Readonly<Record<string, string>> = {
  title: "title = 'planted', search = 'planted'",
  category: "category = 'assets.roof'",
  severity: "severity = severity % 4 + 1",
  tags: "tags = '{LONGED_FOR,WORRYING}'",
  lead: `lead_id = '${moved}', lead_ids = array['${moved}']::uuid[]`,
  place: `building_id = '${placeAt("own", 2).buildingId}', compound_id = '${placeAt("own", 2).compoundId}'`,
  supporters: "supporters = 9",
  reopened: "reopen_count = 2",
  ask: `state = jsonb_set(state, '{pendingAsk}', '{"kind":"EXTEND","askedBy":"${moved}","askedAs":"CLERK","at":"2024-06-03T02:00:00.000Z","reason":"x","holdReason":null,"until":null,"days":1}')`,
  supervised: "state = jsonb_set(state, '{supervised}', 'true')",
  project: `project_id = '${v7("project:own")}'`,
  safety: `state = jsonb_set(state, '{onSiteDueAt}', '"2024-06-03T04:00:00.000Z"')`,
};
/** What besides is hidden where the case does not exist at all. */
const hiddenOnAbsent: Readonly<Record<string, string>> = {
  ...hiddenOnMasked,
  kind: "kind = case kind when 'OPINION' then 'DIFFICULTY' else 'OPINION' end",
  status: "status = 4, board_column = 4",
  level: "level = 3, max_level = 5, board_column = 4",
  due: "board_at = '2024-06-03T01:00:00Z'",
  undue: "board_at = 'infinity', due = null",
  closed: "status = 7, board_column = 7, closed_at = '2024-06-05T01:00:00Z'",
  updated: "updated_at = '2024-06-05T01:59:00Z'",
  gone: "board_column = null, status = 9",
};

const lookers: readonly (readonly [who: string, masked: string | null, absent: string])[] = [
  ["own/GRID_MEMBER-1", "own-14", "own-4"],
  ["340802/LIAISON-called", "own-19", "own-15"],
  ["340802001/STREET_OFFICER", "own-15", "street-2"],
  ["former/LEAD", null, "own-14"],
];

describe("what is hidden is no oracle", () => {
  it("C12: the filters tried are all of CaseFilter's, each enum value of them too", () => {
    expect(isInputObjectType(filterType) && Object.keys(filterType.getFields()).every((name) => filters.some((one) => one.startsWith(`{ ${name}:`)))).toBe(true);
    expect(filters.length).toBeGreaterThan(50);
  });

  for (const [key, masked, absent] of lookers) {
    it(`C12: ${key} sees no change of a hidden value in any count, order, cursor or next page`, { timeout: 120_000 }, async () => {
      const who = personOf(key);
      const model = new Model(who);
      const targets = [...(masked ? [{ key: masked, seen: "MASKED", changes: hiddenOnMasked }] : []), { key: absent, seen: "NONE", changes: hiddenOnAbsent }];
      const before = await seenBy(who);
      const control = key === "own/GRID_MEMBER-1" ? await seenBy(witness) : null;
      const unseenByWitness: string[] = [];
      for (const target of targets) {
        const c = worldCases.find((one) => one.key === target.key);
        if (!c) throw new Error(target.key);
        expect(model.case(c), `${key} ${target.key}`).toBe(target.seen);
        for (const [name, set] of Object.entries(target.changes)) {
          const { rows } = await world.pool.query("select row_to_json(c) as row from (select * from cases where id = $1) c", [c.now.id]);
          await world.pool.query(`update cases set ${set} where id = $1`, [c.now.id]);
          expect(await seenBy(who), `${name} of ${target.key}`).toEqual(before);
          if (control && JSON.stringify(await seenBy(witness)) === JSON.stringify(control)) unseenByWitness.push(name);
          await restore(rows[0].row as Record<string, unknown>);
        }
        await world.pool.query("update opinion set words = 'planted' where case_id = $1", [c.now.id]);
        expect(await seenBy(who), `words of ${target.key}`).toEqual(before);
        await world.pool.query("update opinion set words = $2 where case_id = $1", [c.now.id, `«case:${c.key}:words»`]);
      }
      // The same changes are seen by who sees the cases: but for what no filter, order or count speaks of.
      if (control) expect([...new Set(unseenByWitness)].toSorted()).toEqual(["reopened", "safety", "supervised", "supporters"]);
      expect(await seenBy(who)).toEqual(before);
    });
  }
});

async function restore(row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row).filter((name) => !["id", "community_no", "district_no", "whistle_departments"].includes(name));
  await world.pool.query(`update cases t set ${names.map((name) => `${name} = r.${name}`).join(", ")} from jsonb_populate_record(null::cases, $1) r where t.id = r.id`, [JSON.stringify(row)]);
}
