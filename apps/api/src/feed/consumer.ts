import type { Viewer } from "@bandeng/domain";
import { systemScope } from "../access/scope.ts";
import type { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";

/** How far a key has read, for whoever keeps integrations to see; to the minute, unless it has got on. */
export async function rememberConsumer({ db, viewer }: { readonly db: ScopedDatabase; readonly viewer: Viewer }, upTo: number): Promise<void> {
  await db.transaction(async (client) => {
    await changeScope(client, systemScope);
    await run(client, "update api_key set read_up_to = $2, read_at = now() where id = $1 and (read_up_to is distinct from $2 or read_at < now() - interval '1 minute')", [viewer.personId, upTo]);
  });
}
