import { covers } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { audited } from "../audit/audited.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { run } from "../database/statement.ts";
import { badInput } from "../http/connection.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

/** The list shows as many: one more would be out of reach. */
const MOST_VIEWS = 100;

@ObjectType("SavedView", { description: "A board with its filters under a name." })
export class SavedViewType {
  @Field(() => ID, { description: "The view." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "The board's search parameters, as they stand in the page's address." })
  search!: string;

  @Field(() => Boolean, { description: "Shown to everybody who works in its area." })
  shared!: boolean;

  @Field(() => Boolean, { description: "Whether it is the viewer's own." })
  mine!: boolean;
}

@InputType({ description: "Input of saveView. The viewer's own view of that name is replaced." })
export class SaveViewInput {
  @Field(() => String, { description: "Its name, at most 40 characters." })
  name!: string;

  @Field(() => ID, { description: "Area it is shared in; one the viewer works in." })
  areaCode!: string;

  @Field(() => String, { description: "The board's search parameters." })
  search!: string;

  @Field(() => Boolean, { defaultValue: false, description: "Show it to everybody who works in that area." })
  shared!: boolean;
}

@Resolver()
export class SavedViews {
  @Query(() => [SavedViewType], { description: "The viewer's own views and those shared in the areas he works in, by name; at most 100." })
  savedViews(@Ctx() { db, viewer }: Context): Promise<SavedViewType[]> {
    return run<SavedViewType & Record<string, unknown>>(
      db,
      `select id, name, search, shared, owner_id = $1 as mine from saved_view
       where owner_id = $1 or (shared and exists (select 1 from unnest($2::text[]) own where starts_with(own, area_code) or starts_with(area_code, own)))
       order by owner_id = $1 desc, name limit 100`,
      [viewer.personId, viewer.assignments.map((a) => a.area)],
    );
  }

  @Mutation(() => SavedViewType, { description: "Keeps a board with its filters under a name." })
  async saveView(@Arg("input", () => SaveViewInput, { description: "What to keep." }) input: SaveViewInput, @Ctx() ctx: Context): Promise<SavedViewType> {
    const { personId, assignments } = ctx.viewer;
    const name = input.name.trim();
    if (name === "" || name.length > 40 || input.search.length > 2000) throw badInput("A view wants a name of 1 to 40 characters");
    checkAreas([input.areaCode]);
    if (!assignments.some((a) => covers(a.area, input.areaCode) || covers(input.areaCode, a.area))) throw badInput("Not an area the viewer works in");
    return audited(ctx, "saveView", async (client) => {
      // One after the other: two sent at once would both count the same.
      await run(client, "select pg_advisory_xact_lock(hashtextextended('saved_view ' || $1, 0))", [personId]);
      const [others] = await run<{ count: number }>(client, "select count(*)::int as count from saved_view where owner_id = $1 and name <> $2", [personId, name]);
      if ((others?.count ?? 0) >= MOST_VIEWS) throw badInput(`Nobody keeps more than ${MOST_VIEWS} views`);
      const [row] = await run<SavedViewType & Record<string, unknown>>(
        client,
        `insert into saved_view (id, owner_id, name, area_code, area_no, shared, search) select $1, $2, $3, code, no, $5, $6 from area where code = $4
         on conflict (owner_id, name) do update set area_code = excluded.area_code, area_no = excluded.area_no, shared = excluded.shared, search = excluded.search
         returning id, name, search, shared, true as mine`,
        [uuidv7(), personId, name, input.areaCode, input.shared, input.search],
      );
      if (row === undefined) throw badInput("There is no such area");
      const result: SavedViewType = row;
      return { result, subject: { kind: "VIEW", id: result.id } };
    });
  }

  @Mutation(() => Boolean, { description: "Forgets one of the viewer's own views; true when there was one." })
  deleteView(@Arg("id", () => ID, { description: "The view." }) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return audited(ctx, "deleteView", async (client) => {
      const gone = await run(client, "delete from saved_view where id::text = $1 and owner_id = $2 returning id", [id, ctx.viewer.personId]);
      return { result: gone.length > 0, subject: isUuid(id) ? { kind: "VIEW", id } : null };
    });
  }
}
