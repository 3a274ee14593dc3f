import { areaKinds, gridKinds, type AreaKind, type GridKind } from "@bandeng/domain";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, registerEnumType, Resolver, Root } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { run, type Runner } from "../database/statement.ts";
import { checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personLoader } from "../people/person-loader.ts";
import { searchPattern } from "../database/search-pattern.ts";

const AreaKindEnum = Object.fromEntries(areaKinds.map((k) => [k, k])) as Record<AreaKind, AreaKind>;
registerEnumType(AreaKindEnum, { name: "AreaKind", description: "City, district, street, community or grid: 4, 6, 9, 12 or 15 digits." });
const GridKindEnum = Object.fromEntries(gridKinds.map((k) => [k, k])) as Record<GridKind, GridKind>;
registerEnumType(GridKindEnum, { name: "GridKind", description: "BASIC 基础网格, DEDICATED 专属网格 (a mall, a school)." });

@ObjectType("Area", { description: "A district, street, community or grid. Its code begins with that of the area it belongs to." })
export class AreaType {
  @Field(() => ID, { description: "Its code." })
  code!: string;

  @Field(() => AreaKindEnum, { description: "What it is." })
  kind!: AreaKind;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => [String], { description: "Other names, such as that in the code list; may be empty." })
  alias!: string[];

  @Field(() => String, { description: "How its name is typed, such as tianhougong." })
  pinyin!: string;

  @Field(() => String, { description: "The first letters of that, such as thg." })
  initials!: string;

  @Field(() => ID, { nullable: true, description: "Code of the area it belongs to; null at the top." })
  parentCode!: string | null;

  @Field(() => GridKindEnum, { nullable: true, description: "Of a grid; null for all others." })
  gridKind!: GridKind | null;

  headId!: string | null;
}

const columns = `code, kind, name, alias, pinyin, initials, parent_code as "parentCode", grid_kind as "gridKind", head_id as "headId"`;

/** Areas in the order of the codes; null where there is none. */
export async function readAreas(runner: Runner, codes: readonly string[]): Promise<(AreaType | null)[]> {
  const rows = await run<AreaType & Record<string, unknown>>(runner, `select ${columns} from area where code = any($1::text[])`, [codes]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => byCode.get(code) ?? null);
}

@Resolver(() => AreaType)
export class AreaResolver {
  @Query(() => [AreaType], { description: "The tree of areas, at most 500 a call: children of `parent`, or with `text` all below it that match by name, code or pinyin. Area names are public.", complexity: 30 })
  areas(
    @Arg("parent", () => ID, { nullable: true, description: "Code of the area to look below; absent = the top." }) parent: string | null | undefined,
    @Arg("text", () => String, { nullable: true, description: "Name, code or pinyin." }) text: string | null | undefined,
    @Ctx() { db }: Context,
  ): Promise<AreaType[]> {
    if (text?.trim()) {
      const like = searchPattern(text);
      return run<AreaType & Record<string, unknown>>(
        db,
        `select ${columns} from area where starts_with(code, $1) and (code like $2 or name like $2 or pinyin like $2 or initials like $2 or exists (select 1 from unnest(alias) x where x like $2)) order by code limit 500`,
        [parent ?? "", like],
      );
    }
    return run<AreaType & Record<string, unknown>>(db, `select ${columns} from area where parent_code is not distinct from $1 order by code limit 500`, [parent ?? null]);
  }

  @Query(() => AreaType, { nullable: true, description: "One area by code; null when there is none." })
  async area(@Arg("code", () => ID, { description: "Its code." }) code: string, @Ctx() { db }: Context): Promise<AreaType | null> {
    return (await run<AreaType & Record<string, unknown>>(db, `select ${columns} from area where code = $1`, [code]))[0] ?? null;
  }

  @FieldResolver(() => [AreaType], { description: "The areas below it, in the order of their codes; empty below a grid.", complexity: ({ childComplexity }) => 10 + 10 * childComplexity })
  children(@Root() area: AreaType, @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number, @Ctx() { db }: Context): Promise<AreaType[]> {
    return run<AreaType & Record<string, unknown>>(db, `select ${columns} from area where parent_code = $1 order by code limit $2`, [area.code, checkFirst(first)]);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Head of a grid; null for all others, where there is none, and outside the viewer's district." })
  async head(@Root() area: AreaType, @Ctx() { db, viewer }: Context): Promise<PersonType | null> {
    return area.headId === null ? null : personLoader(db, viewer).load(area.headId);
  }
}
