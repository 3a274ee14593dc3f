import { afterAll, describe, expect, it } from "vitest";
import { auditors, expectedRights, givenRights, rightsDocument } from "./by-right.ts";
import { countsDocument, expectedCounts, givenCounts } from "./counts.ts";
import { Judge, Ledger } from "./judge.ts";
import { Model } from "./model.ts";
import { personOf, viewers, witness } from "./people.ts";
import { readingDocuments, unread } from "./reading.ts";
import { startWorld } from "./world.ts";
import { makeSchema } from "../schema.ts";

const schema = makeSchema();
const world = await startWorld();
afterAll(() => world.stop());

describe("the matrix of reading", () => {
  it("C8: reads every field of Query", () => {
    expect(unread(schema)).toEqual([]);
  });

  it("C8: viewer × path × relation, each answer as the reference model says", { timeout: 240_000 }, async ({ annotate }) => {
    const documents = readingDocuments(schema);
    const reference: Record<string, unknown>[] = [];
    for (const { text } of documents) {
      const { data, errors } = await world.ask(witness, text);
      expect(errors, text.slice(0, 80)).toEqual([]);
      reference.push(data);
    }
    const ledger = new Ledger();
    const queue = [...viewers];
    const work = async (): Promise<void> => {
      for (let who = queue.pop(); who; who = queue.pop()) {
        const model = new Model(who);
        const judge = new Judge(model, ledger);
        for (const [i, { text, readings }] of documents.entries()) {
          const { data, errors } = await world.ask(who, text);
          if (errors.length > 0) ledger.fault(model, String(i), JSON.stringify(errors).slice(0, 200));
          for (const [alias, { name, type, list, selections }] of readings) {
            judge.root(name, selections, type, list, data?.[alias] ?? null, reference[i]?.[alias] ?? null);
            judge.scan(name, data?.[alias]);
          }
        }
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    await annotate(`${viewers.length} viewers, ${ledger.cells.size} cells (viewer × path × relation), ${ledger.checks} checks, ${ledger.faults.length} faults`);
    expect(ledger.faults).toEqual([]);
    expect(ledger.cells.size, "cells").toBeGreaterThan(20_000);
  });

  it("C12: totals, lanes, leads and limits count what the viewer sees and nothing else", { timeout: 120_000 }, async () => {
    for (const who of [...viewers, witness]) {
      const { data, errors } = await world.ask(who, countsDocument);
      expect(errors, who.key).toEqual([]);
      expect(givenCounts(data), who.key).toEqual(expectedCounts(new Model(who)));
    }
  });

  it("C8: people with all roles, accounts and committees are there where the right is held", { timeout: 120_000 }, async () => {
    const policies = new Set<string>();
    for (const who of viewers) {
      const { data, errors } = await world.ask(who, rightsDocument);
      expect(errors, who.key).toEqual([]);
      expect(givenRights(data), who.key).toEqual(expectedRights(new Model(who)));
      policies.add(JSON.stringify((await world.ask(who, "{ retentionPolicy { key what days basis } }")).data));
    }
    expect([policies.size, JSON.stringify([...policies]).includes("audit")]).toEqual([1, true]);
  });

  it("C8: the audit shows administrators what was done in their areas, and nobody else anything", { timeout: 120_000 }, async () => {
    const text = `{ audit(areas: ["340802", "340803"], first: 100) { nodes { personId action person { id name } } } }`;
    const models = [...viewers, personOf("340803/SYSTEM_ADMIN")].map((who) => new Model(who));
    const isReader = (model: Model): boolean => auditors(model, model).reads;
    const others = models.filter((model) => !isReader(model));
    await world.pool.query("truncate audit cascade");
    // Each refusal leaves its row.
    for (const { who } of others) expect((await world.ask(who, text)).errors, who.key).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    for (const model of models.filter(isReader)) {
      const { data } = await world.ask(model.who, text);
      const rows = data.audit.nodes as { personId: string; person: { id: string; name: string } | null }[];
      const expected = others.filter((actor) => auditors(model, actor).shown).map(({ who }) => [who.id, model.personName(who.id)]);
      // Row level security alone shows an administrator the masked name of who holds a key or is a resident of his district.
      const nameOf = (one: (typeof rows)[number]): string | null => (one.person === null || one.person.name.endsWith(":mask»") ? null : one.person.name);
      expect(rows.map((one) => [one.personId, nameOf(one)]).toSorted(), model.who.key).toEqual(expected.toSorted());
    }
    expect(models.filter(isReader).length).toBeGreaterThan(1);
  });
});
