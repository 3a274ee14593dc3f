import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { APP_ROLE } from "./app-role.ts";
import { urlAs } from "./migrate.ts";
import { transaction } from "./transaction.ts";
import { pointInHand, readingScope, storingScope, systemScope } from "../access/scope.ts";
import { Model } from "../matrix/model.ts";
import { personOf, viewerOf, viewers } from "../matrix/people.ts";
import { worldDepartments, worldPlaces } from "../matrix/places.ts";
import { startWorld, worldCases, worldProjects, worldViews } from "../matrix/world.ts";
import { segmentColumns } from "../cases/case-columns.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";

const world = await startWorld({ withoutRowSecurity: false });
const owner = world.pool;
const app = new pg.Pool({ connectionString: urlAs(world.databaseUrl, APP_ROLE, TEST_APP_PASSWORD), max: 1 });
afterAll(async () => {
  await app.end();
  await world.stop();
});

interface Policy {
  readonly tablename: string;
  readonly qual: string;
}

/** Reading policies of the tables that hold rows in the world: of others nothing could be told. */
const policies = async (): Promise<Policy[]> => {
  const { rows } = await owner.query<Policy>("select tablename, qual from pg_policies where schemaname = 'public' and policyname = 'see' order by 1");
  const filled = await Promise.all(rows.map(async (row) => (await owner.query(`select from ${row.tablename} limit 1`)).rows.length > 0));
  return rows.filter(({ qual }, i) => filled[i] && qual !== "true");
};

/** Of whom only the person is known: the convener of a council, and an expert of whom answers are kept. */
async function rowOwners(): Promise<string[]> {
  const { rows } = await owner.query<{ person: string }>("(select convener_id as person from council order by id limit 1) union all (select person_id from expert_answer order by person_id limit 1)");
  return rows.map((row) => JSON.stringify(row));
}

const chosen = viewers.filter(({ key }) => /^(own|former|none|both|two)\/|^340802|^sibling\/CLERK|^ENDED\/CLERK/.test(key));
const scopes = [
  ...chosen.map((who) => readingScope(viewerOf(who))),
  ...["own/PROXY", "own/CLERK"].map((key) => storingScope(viewerOf(personOf(key)))),
  JSON.stringify({ person: personOf("own/CLERK").id }),
  pointInHand("A23456"),
  ...(await rowOwners()),
  systemScope,
  "",
];

/** How many rows of each table each scope shows. */
async function shown(tables: readonly string[]): Promise<string> {
  const counts = `select ${tables.map((table) => `(select count(*) from ${table})`).join(" || ' ' || ")} as n`;
  const all: string[] = [];
  for (const scope of scopes) all.push((await transaction(app, scope, (client) => client.query<{ n: string }>(counts))).rows[0]?.n ?? "");
  return all.join("\n");
}

/** The parts between a word at the top of an expression; one part when there is none. */
function parts(expression: string, word: "OR" | "AND"): string[] {
  const bare = /^\((.*)\)$/s.exec(expression.trim())?.[1] ?? expression;
  const found = [""];
  let depth = 0;
  for (const token of bare.split(/(\(|\)|\s+OR\s+|\s+AND\s+)/)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (depth === 0 && token.trim() === word) found.push("");
    else found[found.length - 1] += token;
  }
  return found;
}

function mutantsOf(qual: string): string[] {
  const dropped = (["OR", "AND"] as const).flatMap((word) => {
    const all = parts(qual, word);
    return all.length < 2 ? [] : all.map((_, i) => all.filter((_, j) => j !== i).map((one) => `(${one})`).join(` ${word} `));
  });
  return ["true", "false", ...dropped];
}

describe("policies of reading", () => {
  it("S3: show exactly what the reference model shows", async () => {
    const tables = ["cases", "opinion", "case_segment", "event", "secretary_project", "saved_view", "building", "department"];
    const counts = `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(", ")}`;
    for (const who of viewers) {
      const model = new Model(who);
      const found = await transaction(app, readingScope(viewerOf(who)), (client) => client.query<Record<string, number>>(counts));
      const cases = worldCases.filter((c) => model.case(c) !== "NONE");
      const whole = cases.filter((c) => model.case(c) === "WHOLE");
      const projects = worldProjects.filter((p) => model.sees("SecretaryProject", p.now.id) === "WHOLE");
      expect([who.key, found.rows[0]]).toEqual([who.key, {
        cases: cases.length, opinion: worldCases.filter((c) => whole.includes(c) || whole.some(({ now }) => now.id === c.now.mergedInto)).length, case_segment: whole.reduce((sum, c) => sum + segmentColumns(c.now).length, 0),
        event: [...whole, ...projects].reduce((sum, { events }) => sum + events.length, 0), secretary_project: projects.length,
        saved_view: worldViews.filter(({ id }) => model.view(id)).length, building: worldPlaces.filter(({ grid }) => model.place(grid)).length,
        department: worldDepartments.filter(({ district }) => model.near(district)).length,
      }]);
    }
  });

  it("S3: every weaker or stricter policy shows somebody something else", { timeout: 180_000 }, async ({ annotate }) => {
    const all = await policies();
    const tables = all.map(({ tablename }) => tablename);
    const right = await shown(tables);
    const survivors: string[] = [];
    let killed = 0;
    for (const { tablename, qual } of all) {
      for (const mutant of mutantsOf(qual)) {
        await owner.query(`alter policy see on ${tablename} using (${mutant})`);
        const other = await shown([tablename]).then(async (n) => n !== (await column(right, tables.indexOf(tablename))), () => true);
        if (other) killed++;
        else survivors.push(`${tablename}: ${mutant}`);
      }
      await owner.query(`alter policy see on ${tablename} using (${qual})`);
    }
    await annotate(`${killed} policy mutants killed, ${survivors.length} survived`);
    expect(await shown(tables)).toBe(right);
    expect(survivors).toEqual([]);
  });
});

const column = async (rows: string, i: number): Promise<string> => rows.split("\n").map((row) => row.split(" ")[i]).join("\n");
