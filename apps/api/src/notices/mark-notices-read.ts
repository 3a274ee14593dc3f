import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { countUnread, ownNotices } from "./notice-query.ts";
import { MarkNoticesReadInput, MarkNoticesReadPayload } from "./notice-type.ts";
import { audited } from "../audit/audited.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

const MOST = 100;

async function mark(ctx: Context, action: string, ids: readonly string[] | null): Promise<MarkNoticesReadPayload> {
  const { personId } = ctx.viewer;
  return audited(ctx, action, async (client) => {
    const q = new Statement();
    const now = q.bind(await ctx.clock.now(client), "timestamptz");
    const wanted = ids === null ? "true" : `n.id = any(${q.bind(ids, "uuid[]")})`;
    const rows = await q.run<{ id: string }>(client, `update notice n set read_at = ${now} where ${ownNotices(q, personId)} and n.read_at is null and ${wanted} returning n.id`);
    const result = { marked: rows.slice(0, MOST).map(({ id }) => id), unread: await countUnread(client, personId) };
    const [first] = rows;
    return { result, subject: first === undefined ? null : { kind: "NOTICE", id: first.id } };
  });
}

@Resolver()
export class MarkNoticesRead {
  @Mutation(() => MarkNoticesReadPayload, { description: "Marks some of the viewer's notices as read; doing it again changes nothing." })
  markNoticesRead(@Arg("input", () => MarkNoticesReadInput, { description: "Which." }) { ids }: MarkNoticesReadInput, @Ctx() ctx: Context): Promise<MarkNoticesReadPayload> {
    if (ids.length > MOST) throw badInput(`At most ${MOST} notices at once`);
    return mark(ctx, "markNoticesRead", ids.filter(isUuid));
  }

  @Mutation(() => MarkNoticesReadPayload, { description: "Marks all of the viewer's notices as read." })
  markAllNoticesRead(@Ctx() ctx: Context): Promise<MarkNoticesReadPayload> {
    return mark(ctx, "markAllNoticesRead", null);
  }
}
