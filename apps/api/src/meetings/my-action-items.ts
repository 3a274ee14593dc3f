import { Args, Arg, Ctx, Query, Resolver } from "type-graphql";
import type { ActionItem } from "@bandeng/domain";
import { ActionItemConnection } from "./agenda-type.ts";
import { actionItemType } from "./chain.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

interface Row {
  readonly source: ActionItem;
  readonly itemId: string;
}

@Resolver()
export class MyActionItemsResolver {
  @Query(() => ActionItemConnection, { description: "What the viewer took on at bench meetings, the first due first.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20) })
  async myActionItems(
    @Arg("open", () => Boolean, { defaultValue: true, description: "Only what is not done yet." }) open: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ActionItemConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const parts = [`a.owner_id = ${q.bind(ctx.viewer.personId, "uuid")}`];
    if (open) parts.push("a.done_at is null");
    if (cursor) parts.push(`(a.due_on::text, a.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<Row & Record<string, unknown>>(
      ctx.db,
      `select json_build_object('id', a.id, 'ownerId', a.owner_id, 'ownerIsResident', a.owner_is_resident, 'dueOn', a.due_on, 'doneAt', a.done_at) as source, a.item_id as "itemId"
       from action_item a where ${parts.join(" and ")} order by a.due_on::text, a.id limit ${q.bind(checkFirst(first) + 1, "int")}`,
    );
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const nodes = shown.map(({ source, itemId }) => actionItemType(ctx, { ...source, doneAt: source.doneAt && new Date(source.doneAt).toISOString() }, itemId));
    return { nodes: await Promise.all(nodes), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.source.dueOn, last.source.id) : null } };
  }
}
