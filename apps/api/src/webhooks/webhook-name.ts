import type { NoticedCase } from "@bandeng/domain";
import { withinReach } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/** What a notice calls a webhook: its name and host, as long as the reader keeps it. */
export async function noticedWebhook(ctx: Context, id: string): Promise<NoticedCase> {
  const q = new Statement();
  const [row] = await q.run<{ name: string; url: string }>(ctx.db, `select w.name, w.url from webhook_endpoint w where w.id = ${q.bind(id, "uuid")} and ${withinReach(q, ctx.viewer, "integrates", "w.area_no")}`);
  return row === undefined ? null : { visibility: "WHOLE", no: new URL(row.url).host, title: row.name };
}
