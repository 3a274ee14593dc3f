import { areaNumber, categories, isRefusal, localDateOf, planImport, refuse, type AreaCode, type ImportKind, type PlacesThere, type Refusal } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { peopleThere, placesThere } from "./places-there.ts";
import type { SentTable } from "./read-table.ts";
import { pastNumbers, storePastCases } from "./store-past-cases.ts";
import { storePlaces } from "./store-places.ts";
import { perform } from "../cases/act.ts";
import { factsFor } from "../cases/facts.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/** A table that is to be brought in. */
export interface ImportRequest {
  readonly kind: ImportKind;
  readonly community: AreaCode;
  readonly columns: Readonly<Record<string, number>>;
  readonly table: SentTable;
  /** Of the bytes, the kind, the community and the columns: what was checked is what is brought in. */
  readonly hash: string;
  readonly idempotencyKey: string;
}

/** What an import came to. */
export interface ImportDone {
  readonly id: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What the audit calls each. */
const verbs: Readonly<Record<ImportKind, string>> = { COMPOUNDS: "importPlaces", BUILDINGS: "importPlaces", HOUSEHOLDS: "importPlaces", PEOPLE: "importPeople", CASES: "importCases" };

/** What is there of what a table is compared with. */
export async function thereFor(runner: Runner, ctx: Pick<Context, "dataKeys" | "viewer" | "now">, kind: ImportKind, community: AreaCode): Promise<PlacesThere> {
  const places = await placesThere(runner, community);
  if (kind === "PEOPLE") return { ...places, people: await peopleThere(runner, community, ctx.dataKeys) };
  if (kind !== "CASES") return places;
  const now = await ctx.now();
  const { categories: own = categories } = await factsFor(runner, ctx.viewer, community, now);
  return { ...places, past: { today: localDateOf(now), categories: own, pastNumbers: await pastNumbers(runner, community) } };
}

/** Brings a table in, whole or not at all. It is planned again in the same transaction, and two imports of a community wait for each other. */
export async function importPlaces(ctx: Context, { kind, community, columns, table, hash, idempotencyKey }: ImportRequest): Promise<ImportDone | Refusal> {
  const request = { verb: verbs[kind], input: { idempotencyKey, kind, community, hash }, on: [], about: "IMPORT" as const };
  const done = await perform(ctx, request, async ({ client, facts, refuse: end }) => {
    await run(client, "select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0)) is null as locked", [community]);
    const plan = planImport(kind, table.rows, columns, await thereFor(client, ctx, kind, community));
    if (plan.problems.length > 0) return end(refuse("IMPORT_BAD_ROWS", { rows: plan.problems.length }));
    const id = uuidv7();
    const { personId } = ctx.viewer;
    if (kind === "CASES") await storePastCases(client, community, plan.created, await factsFor(client, ctx.viewer, community, facts.now));
    else await storePlaces({ client, community, now: facts.now, actorId: personId, dataKeys: ctx.dataKeys }, kind, plan);
    await run(client, "insert into place_import (id, community_code, area_no, kind, sha256, created, changed, unchanged, imported_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", [
      id, community, areaNumber(community), kind, hash, plan.created.length, plan.changed.length, plan.unchanged, personId, facts.now,
    ]);
    return id;
  });
  if (isRefusal(done)) return done;
  const [row] = await run<{ i: ImportDone }>(ctx.db, "select row_to_json(x) as i from (select id, created, changed, unchanged from place_import where id = $1) x", [done]);
  return row?.i ?? refuse("NOT_FOUND", {});
}
