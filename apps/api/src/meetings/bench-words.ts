import DataLoader from "dataloader";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** Words by their id, of what the viewer has already been found to see. */
function wordsLoader(ctx: Context): DataLoader<string, string | null> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ id: string; words: string }>(ctx.db, "select id, words from bench_words where id = any($1::uuid[])", [ids]);
    const byId = new Map(rows.map((row) => [row.id, row.words]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** What was said or written under an id; null where nothing was. */
export async function benchWords(ctx: Context, id: string | null): Promise<string | null> {
  return id === null ? null : requestLoader(ctx, "bench-words", () => wordsLoader(ctx)).load(id);
}
