import type { ProjectTextKind } from "@bandeng/domain";
import DataLoader from "dataloader";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** Words that stand beside one project, by kind and item. */
export class ProjectWords {
  readonly #words: ReadonlyMap<string, string>;

  constructor(rows: readonly { readonly kind: ProjectTextKind; readonly item_id: string; readonly words: string }[]) {
    this.#words = new Map(rows.map(({ kind, item_id, words }) => [`${kind} ${item_id}`, words]));
  }

  /** Null where nothing was said. */
  of(kind: ProjectTextKind, itemId = ""): string | null {
    return this.#words.get(`${kind} ${itemId}`) ?? null;
  }
}

function wordsLoader(runner: Runner): DataLoader<string, ProjectWords> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ project_id: string; kind: ProjectTextKind; item_id: string; words: string }>(runner, "select project_id, kind, item_id, words from project_text where project_id = any($1::uuid[])", [ids]);
    return ids.map((id) => new ProjectWords(rows.filter((row) => row.project_id === id)));
  });
}

/** The words beside a project that the viewer sees. */
export function wordsOfProject(ctx: Context, id: string): Promise<ProjectWords> {
  return requestLoader(ctx, "projectWords", () => wordsLoader(ctx.db)).load(id);
}
