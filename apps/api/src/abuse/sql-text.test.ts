import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, it } from "vitest";
import { sqlFindings } from "./sql-text.ts";

const root = new URL("..", import.meta.url).pathname;

/** Parts of statements that are imported, each with the file that makes it, where it is looked at in turn. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "access/scope.ts": ["withinReach", "caseScope", "once", "personScopeSql"],
  "access/second-factor-rule.ts": ["factorColumns"],
  "access/session-store.ts": ["READ_SESSION"],
  "access/viewer.ts": ["assignmentsOf"],
  "cases/board-stamp.ts": ["STAMP_SQL"],
  "councils/council-store.ts": ["councilsOf"],
  "keys/keys.ts": ["KEY_BY_SECRET"],
  "cases/area-keys.ts": ["areaKeys", "communityKeys"],
  "experts/pool-scope.ts": ["poolScope"],
  "notices/notice-query.ts": ["ownNotices"],
  "cases/case-filter.ts": ["filterCondition"],
  "cases/card.ts": ["cardColumns", "cardJoins", "cardSource"],
  "cases/event-fields.ts": ["eventsSql"],
  "cases/read-case.ts": ["oneCaseSql"],
  "feed/read-changes.ts": ["stretchSql"],
  "audit/seal.ts": ["sealedRows"],
  "personal/of-person.ts": ["casesOf", "isOpenStatus"],
  "opinions/opinion-filter.ts": ["opinionCondition"],
  "opinions/read-opinion.ts": ["opinionColumns"],
  "database/migrations/0002-row-level-security.ts": ["secure", "within", "ofCase", "everywhere", "known", "me", "stores", "areas"],
  "database/migrations/0016-called-to-a-case.ts": ["ofCase", "resecure", "showStream"],
  "calendars/calendar-lock.ts": ["HOLD_CALENDAR"],
  "calendars/running-deadlines.ts": ["countedThrough"],
  "indicators/case-ids-sql.ts": ["caseIdsSql"],
  "meetings/meeting-scope.ts": ["meetingScope", "itemScope", "keepsBench"],
  "meetings/meeting-read.ts": ["meetingColumns", "meetingTables"],
  "points/spoken-place.ts": ["placeJson"],
  "warnings/warning-rows.ts": ["quietOf", "repeatsAt", "isIdleRow"],
  "warnings/idle-limits.ts": ["limitOf"],
  "webhooks/webhook-store.ts": ["webhookColumns"],
  "projects/project-read.ts": ["projectColumnsRead", "projectSource", "projectScope"],
  "exports/dump-rows.ts": ["dumpSelect"],
};

/** Names from the domain: lists that the program is written with. */
const fromDomain = ["caseStatuses", "boardColumns", "severities", "openStatuses", "rankIn", "closedDays"];

/** What is neither bound nor plainly a constant, and why it is ours all the same. */
const known: Readonly<Record<string, readonly string[]>> = {
  // One of the statements of the same file, by a name of the closed list; parts of a request that other files have made.
  "indicators/case-ids-sql.ts": ["s.recorded(\"b.recorded_at\")", "s.toldInTime(\"m.resolved_at\", \"m.told_at\")", "s.whole()", "of.num(s)", "s.counts(false)"],
  "warnings/warning-rows.ts": ["warningsOfKind[kind](asked)", "asked", "keys", "scope"],
  // A constant of another file; one of two conditions of the same file.
  "feed/feed-wake.ts": ["FEED_CHANNEL"],
  "access/session-store.ts": ["which"],
  // What runs a statement somebody else made.
  "database/scoped.ts": ["text", "values"],
  "http/limits.ts": ["statement"],
  "personal/retention.ts": ["over", "end"],
  "personal/rotate.ts": ["old", "store", "inUse", "column"],
  // Two statements in one message take no parameters: quoted by the driver.
  "database/transaction.ts": ["pg.escapeLiteral(scope)"],
  "database/snapshot.ts": ["pg.escapeLiteral(scope)"],
  "database/app-role.ts": ["pg.escapeLiteral(password)", "pg.escapeIdentifier(role)", "pg.escapeIdentifier(schema)", "pg.escapeIdentifier(name)", "undefined"],
  "database/embedded/test-postgres.ts": ["pg.escapeIdentifier(template)", 'randomBytes(6).toString("hex")'],
  "database/migrations/0002-row-level-security.ts": ["table", "policies", "column", "type", "key"],
  "database/migrations/0016-called-to-a-case.ts": ["table", "see", "kind", "kind.toLowerCase()", "column", "end"],
  // Names of columns and tables, which are keys of objects in the program.
  "cases/store-case.ts": ["Object", "name", "segmentColumns(c)"],
  "database/demo/load-demo.ts": ["Object", "demoRows(data, dataKeys)"],
  "database/demo/empty-demo.ts": ["name"],
  "exports/restore-dump.ts": ["table", "names", "rest"],
  "exports/dump-rows.ts": ["selects[kind]()"],
  // Placeholders that are handed on, conditions that come from the parts above.
  "access/viewer.ts": ["person"],
  "access/second-factor-rule.ts": ["person"],
  "councils/council-store.ts": ["person"],
  "cases/board-stamp.ts": ["parameter"],
  "personal/held-data.ts": ["person"],
  "personal/of-person.ts": ["person"],
  "people/person-record.ts": ["where(q)"],
  "webhooks/webhook-query.ts": ["where(q)"],
  "webhooks/delivery-query.ts": ["where(q)"],
  "councils/council-query.ts": ["where(q)"],
  "calendars/calendar-query.ts": ["only(q)"],
  "calendars/running-deadlines.ts": ["where(q)", "year"],
  "database/migrations/0029-settings-and-calendars.ts": ["table", "write"],
  "experts/expert-query.ts": ["where(q)"],
  "points/contact-day-query.ts": ["where(q)"],
  "points/point-query.ts": ["where(q)"],
  "indicators/indicator-cases.ts": ["s.frame([request.period])"],
  "indicators/read-projects.ts": ["s.counts(false)", 's.recorded("e.recorded_at")'],
  // Statements on measures are put together from pieces that measure-sql.ts makes, and names of sums, which are keys of objects in the program.
  "indicators/read-sums.ts": [
    "s.frame(periods)", "division", "name", "Object", "sql", "s.counts(division !== null && !division.open)", "s.whole()", 's.recorded("b.recorded_at")',
    "await s.q.run<{ i: number; g: string | null; source: string; sums: Record<string, number | null> }>( ctx.db, `with ${fra",
  ],
  "projects/project-query.ts": ["where(q)", "where(counting)", "sort", "await ctx.now()"],
  "publications/publication-query.ts": ["where(q)"],
  "publications/board-routes.ts": ["mostOnBoard"],
  "access/scope.ts": ["person", "column", "make()", "made", "reads()", "callable()", "judged()", "street()", "district()"],
  "meetings/meeting-read.ts": ["by"],
  "costs/cost-query.ts": ["scopeOf(q, ctx)"],
  "mediations/mediation-query.ts": ["scopeOf(q, ctx)", "cursorDay(cursor.at)"],
  "cases/case-filter.ts": ["scope"],
  // Ranks in lists of the domain, and names by kind of area.
  "cases/area-keys.ts": ["new Set(areas.map((area) => keyedKind(areaKind(area))))", "areaKind(area)", "by", "...keys"],
  "audit/seal.ts": ["Object"],
  "cases/board-query.ts": ['boardColumns.indexOf("CLOSED")', "request", "of", "ask", "ask.now()", "list(\"row\")", "list(\"page\")", "statement.with", "statement.board", "await ask.q.run<{ board: { columns: ColumnRow[] } }>(runner, `${statement.with} select ${statement.board} as board`)"],
  "cases/case-list.ts": ["scope", "order", "after", "...areaKeys(q, request.areas)"],
  "cases/event-fields.ts": ["id"],
  "cases/read-case.ts": ["ask", "by", "scope"],
  "feed/read-changes.ts": ["upTo", "asked", "...asked", "Math.min(end, upTo + STRETCH)", "found.at(-1)", "await stretch(runner, viewer, { ...asked, after: upTo, first: left }, next)"],
  "http/lane.ts": ["root.data(ask)"],
  "database/migrate.ts": ["guard.escapeLiteral(authTablesMark())"],
  "database/migrations/0038-one-policy-of-events.ts": ["Object", "kind", "table", "kind.toLowerCase()"],
  "database/migrations/0039-rows-of-rows.ts": ["table", "see", "column"],
  "database/migrations/0037-board-touch.ts": ["Object", "columns", 'of("old")', 'of("new")'],
  "access/single-sign-on-plugin.ts": ["DISTRICT"],
  // Calls of other functions named `run` and `call`.
  "http/auth-routes.ts": ["work"],
  "http/graphql.ts": ["answer.call(app, request, reply)", "fastifyApolloHandler(apollo, { context: (request, reply) => contextOf(request, reply, options) })"],
  "live/stream-route.ts": ["formatError(error.toJSON(), error)", "formatError({ ...error.toJSON(), extensions }, error)"],
  "audit/verify-audit.ts": ["systemScope"],
  "database/demo/lamps.ts": ['moment("2024-02-01", "09:00")'],
  "database/demo/racks.ts": ['moment("2024-03-25", "18:05")'],
  "database/demo/live-projects.ts": ['day.day(62, "09:00")'],
};

/**
 * The read compiler writes constants of the types' definitions, what is bound, and the keys of the answer, which selection.ts holds to
 * GraphQL's grammar: read/selection.test.ts tries to get something else in.
 */
const compiled = ["objectSql", "selectList", "momentSql", "nameSql", "everything", "asking", "connectionParts", "knownPerson", "personField", "putTogetherSql", "changeFields"];

const everywhere = [...Object.values(parts).flat(), ...fromDomain, ...compiled];

function findingsIn(name: string, source: string): string[] {
  const listed = new Set([...everywhere, ...(known[name] ?? [])]);
  return sqlFindings(name, source, listed, parts[name]).map(({ file, line, text }) => `${file}:${line} ${text.replaceAll(/\s+/g, " ").slice(0, 120)}`);
}

const files = globSync(`${root}**/*.ts`).filter((file) => !/\.test\.ts$|\/(?:testing|abuse|matrix)\//.test(file)).map((file) => relative(root, file));

it("C13: no statement is put together from anything but what is bound, constants, and the names on this list", () => {
  expect([...new Set(files.flatMap((name) => findingsIn(name, readFileSync(root + name, "utf8"))))]).toEqual([]);
});

it("C13: each line of the list is needed", () => {
  expect(Object.keys({ ...parts, ...known }).filter((name) => !files.includes(name))).toEqual([]);
});

const head = "import { run } from './statement.ts'; import { wanted } from './somewhere.ts';\n";
it.each([
  ["an argument", "export function f(db, name) { return run(db, `select * from cases where no = '${name}'`); }"],
  ["an input's field", "export function f(db, input) { return run(db, `select * from cases order by ${input.order}`); }"],
  ["something imported", "export const f = (db) => run(db, `select ${wanted} from cases`);"],
  ["a plus", "export function f(q, db, name) { return q.run(db, 'select * from cases where no = ' + name); }"],
  ["a variable in between", "export function f(db, name) { const where = `no = '${name}'`; return run(db, `select * from cases where ${where}`); }"],
  ["a condition that is added", "export function f(q, db, name) { const parts = ['true']; parts.push(`no = '${name}'`); return q.run(db, `select 1 where ${parts.join(' and ')}`); }"],
  ["a function of the file", "function where(name) { return `no = '${name}'`; } export function f(db, name) { return run(db, `select 1 where ${where(name)}`); }"],
  ["a later value", "export function f(db, name) { let order = 'id'; if (name) order = name; return run(db, `select 1 order by ${order}`); }"],
  ["a list's map", "export function f(db, names) { return db.query(`select ${names.map((name) => `'${name}'`).join(',')}`); }"],
  ["the column of a condition", "export function f(q, db, viewer, input) { return q.run(db, `select 1 where ${withinReach(q, viewer, 'places', input.column)}`); }"],
  ["the text of an object", "export function f(pool, name) { return pool.query({ name: 'x', text: `select '${name}'` }); }"],
])("C13: the check sees %s", (_what, source) => {
  expect(findingsIn("cases/planted.ts", head + source)).not.toEqual([]);
});

it.each([
  ["what is bound", "export function f(q, db, name) { return q.run(db, `select * from cases where no = ${q.bind(name)}`); }"],
  ["a bound value in between", "export function f(q, db, names) { const any = `= any(${q.bind(names, 'text[]')})`; return q.run(db, `select 1 where no ${any}`); }"],
  ["constants of the file", "const columns = ['a', 'b']; const all = columns.map((one) => `c.${one}`).join(', '); export const f = (db) => run(db, `select ${all} from cases c`);"],
  ["one of two texts", "export const f = (db, up) => run(db, `select 1 order by id ${up ? 'asc' : 'desc'}`);"],
])("C13: and lets %s pass", (_what, source) => {
  expect(findingsIn("cases/planted.ts", head + source)).toEqual([]);
});
