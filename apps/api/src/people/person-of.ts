import { personLoader } from "./person-loader.ts";
import type { PersonType } from "../access/person-type.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** Somebody as the viewer may see him, loaded with all others of this request; null for nobody, and for whom he may not see. */
export async function personOf(ctx: Context, id: string | null): Promise<PersonType | null> {
  return id === null ? null : requestLoader(ctx, "people", () => personLoader(ctx.db, ctx.viewer)).load(id);
}
