import { calendarOf, catchUp, defaultDeadlineRules, mayIn, shippedCalendarYears, whyNot, whyNotProject } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deciders, inputOf, mutationOf, type Target } from "./mutations.ts";
import { now, personOf, viewerOf, viewers, type WorldPerson } from "./people.ts";
import { v7 } from "./ids.ts";
import { startWorld, worldCases, worldProjects, worldViews } from "./world.ts";
import type { WorldCase } from "./cases.ts";
import { makeSchema } from "../schema.ts";

const schema = makeSchema();
const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
const world = await startWorld();
afterAll(() => world.stop());

/** Everybody of the first community and above it, and some of everywhere else. */
const actors = viewers.filter(({ key }) => /^own\/[A-Z_]+(-1)?$|^(wide\/CLERK|none\/KEY|none\/RESIDENT|former)|^340802(001)?\/|^sibling\/CLERK|^ENDED\/SECRETARY|^FUTURE\/SECRETARY/.test(key));
const own = worldCases.filter((c) => c.community === "own");
const project = worldProjects.find((p) => p.key === "own");

/** Two cases an action could be done to, one of them a dispute where it can. */
function targetsOf(action: Parameters<typeof whyNot>[0]): WorldCase[] {
  const possible = own.filter((c) => actors.some((who) => whyNot(action, c.now, viewerOf(who)) === null));
  const picked = [possible.find((c) => c.now.kind !== "DISPUTE"), possible.find((c) => c.now.kind === "DISPUTE")].filter((c) => c !== undefined);
  return picked.length > 0 ? picked : own.slice(0, 1);
}

interface Outcome {
  /** Code of the refusal or error; DONE where everything had been done but for the commit. */
  readonly code: string;
  readonly message: string;
}

/** How the rules say that somebody may not: plainly, or that there is no such person or place for him. */
const refusals = ["FORBIDDEN_RIGHT", "FORBIDDEN_ROLE", "FORBIDDEN", "NOT_FOUND", "UNKNOWN_PERSON", "UNKNOWN_PLACE"];

/** Does several mutations in one request; none of them is ever stored. */
async function attempt(who: WorldPerson, wanted: readonly { name: string; target: Target }[]): Promise<Outcome[]> {
  const made = wanted.map(({ name, target }, i) => {
    const one = mutationOf(schema, name, `m${i}`);
    return { ...one, value: one.inputType === null ? target.id : inputOf(one.inputType, target, schema) };
  });
  const text = `mutation (${made.map((m) => m.variable).join(", ")}) { ${made.map((m) => m.text).join(" ")} }`;
  const { data, errors } = await world.ask(who, text, Object.fromEntries(made.map((m, i) => [`m${i}`, m.value])));
  return wanted.map(({ name }, i): Outcome => {
    const error = errors.find((e) => e.path?.[0] === `m${i}`) ?? (data === null ? errors[0] : undefined);
    if (error) return { code: String(error.extensions["code"]), message: error.message };
    const payload = data?.[`m${i}`];
    const refusal = payload?.refusal ?? payload?.results?.[0]?.refusal;
    if (!refusal) return { code: "DONE", message: "" };
    return { code: refusal.code === "CONFLICT" && deciders[name]?.table === "CASE" ? "DONE" : refusal.code, message: refusal.message };
  });
}

// What the rules allow is not stored all the same: somebody else seems to be faster each time, so that the world stays as it is.
beforeAll(async () => {
  await world.pool.query(`
    create function too_late() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger too_late before update on cases for each row when (new.version <> old.version) execute function too_late();
    create function not_now() returns trigger language plpgsql as $$ begin raise exception 'only as far as here'; end $$;
    create trigger not_now before insert or update on secretary_project for each row execute function not_now();`);
});

const facts = (who: WorldPerson) => ({ viewer: viewerOf(who), at: now, now, calendar: calendarOf(shippedCalendarYears), rules: defaultDeadlineRules });

describe("C11: who may do what", () => {
  it("C11: every mutation stands in a table", () => {
    expect(names.filter((name) => deciders[name] === undefined)).toEqual([]);
    expect(Object.keys(deciders).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("C11: each mutation × each role on cases and projects, as the tables say", { timeout: 240_000 }, async ({ annotate }) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const who of actors) {
      const viewer = viewerOf(who);
      const wanted = names.flatMap((name) => {
        const decider = deciders[name];
        if (decider?.table === "CASE") {
          return targetsOf(decider.action).map((c) => ({
            name, target: { id: c.now.id, version: c.now.version, reporter: c.opinion.reporterId ? `person:${c.opinion.reporterId}` : `opinion:${c.opinion.id}` },
            expected: whyNot(decider.action, catchUp(c.now, facts(who)).case, viewer), on: `${c.key} ${c.now.kind}`,
          }));
        }
        if (decider?.table === "PROJECT" && project) return [{ name, target: { id: project.now.id, version: project.now.version }, expected: whyNotProject(decider.action, project.now, viewer), on: project.key }];
        return [];
      });
      // An allowed act on a project ends in the trigger's fault, and with it the request.
      const alone = wanted.filter((w) => w.expected === null && (w.on === "own" || w.name === "adoptCase"));
      const rest = wanted.filter((w) => !alone.includes(w));
      const parts = [...alone.map((w) => [w]), ...Array.from({ length: Math.ceil(rest.length / 10) }, (_, i) => rest.slice(i * 10, i * 10 + 10))];
      for (const part of parts) {
        const outcomes = await attempt(who, part);
        for (const [i, { name, expected, on }] of part.entries()) {
          const { code } = outcomes[i] as Outcome;
          cells++;
          const fault = code === "INTERNAL" && !alone.includes(part[i] as (typeof alone)[number]);
          // Two verbs look at the second thing they name before they look at the case's own row.
          const other = ["adoptCase", "unmergeCase"].includes(name) && ["FORBIDDEN_ROLE", "NOT_FOUND"].includes(code);
          const right = fault ? false : expected ? code === expected.code || other : !["FORBIDDEN_ROLE", "FORBIDDEN", "CONFIDENTIAL", "BAD_USER_INPUT"].includes(code);
          if (!right) wrong.push(`${who.key} · ${name} on ${on}: ${code} for ${expected?.code ?? "allowed"}`);
        }
      }
    }
    await annotate(`${names.length} mutations, ${actors.length} people, ${cells} cells on cases and projects, ${wrong.length} wrong`);
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(cells).toBeGreaterThan(actors.length * 50);
  });

  it("C11: what a right decides is refused to everybody who does not hold it", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const who of actors) {
      const viewer = viewerOf(who);
      const wanted = names.flatMap((name) => {
        const decider = deciders[name];
        if (decider?.table !== "RIGHT") return [];
        const held = decider.right === "COLLECT" ? viewer.assignments.length > 0 && mayIn(viewer, "COLLECT", viewer.assignments[0]?.area ?? "") : mayIn(viewer, decider.right, "340802001007");
        return held ? [] : [{ name, target: { id: personOf("own/resident-1").id, version: 1 } }];
      });
      for (let from = 0; from < wanted.length; from += 10) {
        const part = wanted.slice(from, from + 10);
        const outcomes = await attempt(who, part);
        for (const [i, { name }] of part.entries()) if (!refusals.includes(outcomes[i]?.code ?? "")) wrong.push(`${who.key} · ${name}: ${outcomes[i]?.code} ${outcomes[i]?.message}`);
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it("C11: what is one's own is nobody else's: views and attachments", { timeout: 120_000 }, async () => {
    const areas = ["340802001007", "340803001001"];
    const before = (await world.pool.query("select id from saved_view order by id")).rows;
    for (const who of actors) {
      const { assignments } = viewerOf(who);
      const foreign = worldViews.filter((v) => v.owner !== who);
      const deleted = await world.ask(who, `mutation { ${foreign.map((v, i) => `d${i}: deleteView(id: "${v.id}")`).join(" ")} }`);
      expect([deleted.errors, Object.values(deleted.data)], who.key).toEqual([[], foreign.map(() => false)]);
      for (const area of areas) {
        const works = assignments.some((a) => a.area.startsWith(area) || area.startsWith(a.area));
        const { data, errors } = await world.ask(who, `mutation { saveView(input: { name: "x", areaCode: "${area}", search: "" }) { id } }`);
        expect([area, errors.map((e) => e.extensions["code"])], who.key).toEqual([area, works ? [] : ["BAD_USER_INPUT"]]);
        if (works) expect((await world.ask(who, `mutation { deleteView(id: "${data.saveView.id}") }`)).data, who.key).toEqual({ deleteView: true });
      }
      const [removed] = await attempt(who, [{ name: "removeAttachment", target: { id: v7("nothing"), version: 1 } }]);
      expect(removed?.code, who.key).toBe("NOT_FOUND");
    }
    expect((await world.pool.query("select id from saved_view order by id")).rows).toEqual(before);
  });
});
