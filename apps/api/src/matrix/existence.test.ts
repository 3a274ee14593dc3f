import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { Model } from "./model.ts";
import { deciders, inputOf, mutationOf } from "./mutations.ts";
import { personOf, viewers, type WorldPerson } from "./people.ts";
import { worldPlaces } from "./places.ts";
import { startWorld, worldCases, worldProjects } from "./world.ts";
import { makeSchema } from "../schema.ts";

const schema = makeSchema();
const world = await startWorld();
afterAll(() => world.stop());

/** Whose view of what he must not know is asked for. */
const askers = viewers.filter(({ key }) => /^own\/(GRID_MEMBER-1|BUILDING_HEAD-2|CLERK)$|^340802001\/|^340802\/(LIAISON-idle|SYSTEM_ADMIN)|^former/.test(key));

function hiddenFrom(who: WorldPerson): { type: string; id: string; no?: string }[] {
  const model = new Model(who);
  const all = [
    ...worldCases.map((c) => ({ type: "Case", id: c.now.id, no: c.now.no })),
    ...worldProjects.map((p) => ({ type: "SecretaryProject", id: p.now.id })),
    ...worldPlaces.flatMap((p) => [{ type: "Compound", id: p.compoundId }, { type: "Building", id: p.buildingId }]),
  ];
  return all.filter(({ type, id }) => model.sees(type, id) === "NONE");
}

/** An answer as text, without what differs from request to request anyway. */
async function bytes(who: WorldPerson, query: string, variables: Record<string, unknown>, ...ids: readonly string[]): Promise<string> {
  const { data, errors } = await world.ask(who, query, variables);
  const text = JSON.stringify({ data, errors: errors.map((e) => ({ ...e, extensions: { ...e.extensions, requestId: "" } })) });
  return ids.reduce((all, id) => all.replaceAll(id, "ID"), text);
}

describe("what is hidden does not exist", () => {
  it("C8: every query by id or number answers about a hidden thing as about nothing", { timeout: 120_000 }, async () => {
    let asked = 0;
    for (const who of askers) {
      const hidden = hiddenFrom(who);
      for (let from = 0; from < hidden.length; from += 40) {
        const part = hidden.slice(from, from + 40);
        const document = (of: (one: (typeof part)[number]) => { id: string; no: string }): string =>
          `{ ${part.map((one, i) => {
            const { id, no } = of(one);
            return `n${i}: node(id: "${id}") { id } c${i}: case(id: "${id}") { id no } p${i}: project(id: "${id}") { id } ${one.no ? `o${i}: case(no: "${no}") { id }` : ""}`;
          }).join(" ")} }`;
        const given = await bytes(who, document(({ id, no = "" }) => ({ id, no })), {});
        const nothing = await bytes(who, document(() => ({ id: randomUUID(), no: "340802001007-2024-9999" })), {});
        expect(given, who.key).toBe(nothing);
        asked += part.length;
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  it("C8: every verb refuses a hidden case or project exactly as one that does not exist", { timeout: 240_000 }, async () => {
    let asked = 0;
    for (const who of askers) {
      const hidden = hiddenFrom(who);
      const targets = [hidden.find((h) => h.type === "Case"), hidden.find((h) => h.type === "SecretaryProject")].filter((h) => h !== undefined);
      for (const { type, id } of targets) {
        const table = type === "Case" ? "CASE" : "PROJECT";
        const names = Object.keys(deciders).filter((name) => deciders[name]?.table === table);
        for (let from = 0; from < names.length; from += 10) {
          const part = names.slice(from, from + 10).map((name, i) => ({ name, ...mutationOf(schema, name, `m${i}`) }));
          const text = `mutation (${part.map((m) => m.variable).join(", ")}) { ${part.map((m) => m.text).join(" ")} }`;
          const about = (target: string): Record<string, unknown> => Object.fromEntries(part.map((m, i) => [`m${i}`, inputOf(String(m.inputType), { id: target, version: 1 }, schema)]));
          const nobody = randomUUID();
          const given = await bytes(who, text, about(id), id);
          expect(given, `${who.key} ${type}`).toBe(await bytes(who, text, about(nobody), nobody));
          expect(given).not.toContain("INTERNAL");
          expect(given).not.toMatch(/"currentVersion":\d/);
          asked += part.length;
        }
      }
    }
    expect(asked).toBeGreaterThan(250);
  });

  it("C8: what is named beside the case does not exist either when it is hidden", async () => {
    const who = personOf("own/CLERK");
    const c = worldCases.find((one) => one.key === "own-2");
    const target = { id: c?.now.id ?? "", version: c?.now.version ?? 0 };
    const foreign = { person: personOf("district/CLERK").id, resident: personOf("sibling/resident-1").id, other: worldCases.find((one) => one.key === "sibling-2")?.now.id ?? "", building: worldPlaces.find((p) => p.key === "sibling-1")?.buildingId ?? "" };
    const named: readonly (readonly [name: string, field: string, id: string, whole?: (id: string) => unknown])[] = [
      ["assignCase", "personId", foreign.person],
      ["mergeCase", "into", foreign.other],
      ["unmergeCase", "into", foreign.other],
      ["blowWhistle", "departmentId", worldPlaces[0]?.compoundId ?? ""],
      ["amendCase", "place", foreign.building, (id) => ({ buildingId: id })],
      ["amendCase", "partyIds", foreign.resident, (id) => [id]],
      ["adoptCase", "alsoCaseIds", foreign.other, (id) => [id]],
      ["collectOpinion", "reporterId", foreign.resident],
      ["collectOpinion", "place", foreign.building, (id) => ({ buildingId: id })],
    ];
    for (const [name, field, id, whole = (one: string) => one] of named) {
      const one = mutationOf(schema, name, "m");
      const input = (value: string): Record<string, unknown> => ({ ...inputOf(String(one.inputType), target, schema), [field]: whole(value) });
      const text = `mutation (${one.variable}) { ${one.text} }`;
      const nobody = randomUUID();
      const given = await bytes(who, text, { m: input(id) }, id);
      expect(given, `${name}.${field}`).toBe(await bytes(who, text, { m: input(nobody) }, nobody));
      expect(given, `${name}.${field}`).toContain('"refusal":{');
    }
  });
});
