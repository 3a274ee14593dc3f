import { afterAll, describe, expect, it } from "vitest";
import { countsDocument, expectedCounts, givenCounts } from "./counts.ts";
import { Judge, Ledger } from "./judge.ts";
import { Model } from "./model.ts";
import { viewers, witness } from "./people.ts";
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

  it("C8: viewer × path × relation, each answer as the reference model says", { timeout: 240_000 }, async () => {
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
    process.stdout.write(`authorization matrix: ${viewers.length} viewers, ${ledger.cells.size} cells, ${ledger.checks} checks, ${ledger.faults.length} faults\n`);
    expect(ledger.faults).toEqual([]);
    expect(ledger.cells.size).toBeGreaterThan(20_000);
  });

  it("C12: totals, lanes, leads and limits count what the viewer sees and nothing else", { timeout: 120_000 }, async () => {
    for (const who of [...viewers, witness]) {
      const { data, errors } = await world.ask(who, countsDocument);
      expect(errors, who.key).toEqual([]);
      expect(givenCounts(data), who.key).toEqual(expectedCounts(new Model(who)));
    }
  });
});
