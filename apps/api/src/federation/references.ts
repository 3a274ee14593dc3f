import DataLoader from "dataloader";
import { readCasesById } from "../cases/read-case.ts";
import { caseType } from "../cases/case-type.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { readAreas } from "../places/area-type.ts";
import { readBuildings, readCompounds } from "../places/place-query.ts";

/** Things of the graph that another subgraph may name by their key, each read for many keys at once. */
interface Entity {
  readonly key: "id" | "code";
  /** In the order of the keys; null for what does not exist for the viewer. */
  readonly read: (ctx: Context, keys: readonly string[]) => Promise<(object | null)[]>;
}

/** By the name of their type. Grids and communities are areas, whose key is their code. */
export const entities: Readonly<Record<string, Entity>> = {
  Case: { key: "id", read: async (ctx, ids) => (await readCasesById(ctx, ids)).map((found) => found && caseType(found)) },
  Building: { key: "id", read: readBuildings },
  Compound: { key: "id", read: readCompounds },
  Area: { key: "code", read: ({ db }, codes) => readAreas(db, codes) },
};

/**
 * What a reference of another subgraph means to this viewer: the thing as `case`, `node` or `area` would show it to him, and
 * null for what is out of his sight. Only the key is taken from the reference, whatever else stands in it.
 */
export async function resolveReference(typeName: string, reference: Readonly<Record<string, unknown>>, ctx: Context): Promise<object | null> {
  const entity = entities[typeName];
  const key = entity && reference[entity.key];
  if (entity === undefined || typeof key !== "string" || (entity.key === "id" && !isUuid(key))) return null;
  const loader = requestLoader(ctx, `reference:${typeName}`, () => new DataLoader<string, object | null>((keys) => entity.read(ctx, keys)));
  const found = await loader.load(entity.key === "id" ? key.toLowerCase() : key);
  // Two references to one thing are two objects: the subgraph library writes the type's name on each.
  return found && { ...found };
}
