import { covers } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { checkAreas } from "../cases/board.ts";
import { run } from "../database/statement.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

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
  savedViews(@Ctx() { pool, viewer }: Context): Promise<SavedViewType[]> {
    return run<SavedViewType & Record<string, unknown>>(
      pool,
      `select id, name, search, shared, owner_id = $1 as mine from saved_view
       where owner_id = $1 or (shared and exists (select 1 from unnest($2::text[]) own where starts_with(own, area_code) or starts_with(area_code, own)))
       order by owner_id = $1 desc, name limit 100`,
      [viewer.personId, viewer.assignments.map((a) => a.area)],
    );
  }

  @Mutation(() => SavedViewType, { description: "Keeps a board with its filters under a name." })
  async saveView(@Arg("input", () => SaveViewInput, { description: "What to keep." }) input: SaveViewInput, @Ctx() { pool, viewer }: Context): Promise<SavedViewType> {
    const name = input.name.trim();
    if (name === "" || name.length > 40 || input.search.length > 2000) throw badInput("A view wants a name of 1 to 40 characters");
    checkAreas([input.areaCode]);
    if (!viewer.assignments.some((a) => covers(a.area, input.areaCode) || covers(input.areaCode, a.area))) throw badInput("Not an area the viewer works in");
    const [row] = await run<SavedViewType & Record<string, unknown>>(
      pool,
      `insert into saved_view (id, owner_id, name, area_code, area_no, shared, search) values ($1, $2, $3, $4, rpad($4, 15, '0')::int8, $5, $6)
       on conflict (owner_id, name) do update set area_code = $4, area_no = rpad($4, 15, '0')::int8, shared = $5, search = $6
       returning id, name, search, shared, true as mine`,
      [uuidv7(), viewer.personId, name, input.areaCode, input.shared, input.search],
    );
    return row as SavedViewType;
  }

  @Mutation(() => Boolean, { description: "Forgets one of the viewer's own views; true when there was one." })
  async deleteView(@Arg("id", () => ID, { description: "The view." }) id: string, @Ctx() { pool, viewer }: Context): Promise<boolean> {
    return (await run(pool, "delete from saved_view where id::text = $1 and owner_id = $2 returning id", [id, viewer.personId])).length > 0;
  }
}
