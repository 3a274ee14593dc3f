import { areasWith, posts, type AreaCode, type Post } from "@bandeng/domain";
import { Arg, Args, Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { PersonRecordType, readPersonRecord, readRecords } from "./person-record.ts";
import { PersonType } from "../access/person-type.ts";
import { multirange, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs, PageInfo } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@ObjectType({ description: "A page of people." })
export class PersonRecordConnection {
  @Field(() => [PersonRecordType], { description: "The people." })
  nodes!: PersonRecordType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

export const PostEnum = Object.fromEntries(posts.map((p) => [p, p])) as { [P in Post]: P };
registerEnumType(PostEnum, { name: "Post", description: "书记, 副书记, 委员 of a Party committee." });

@ObjectType("CommitteeMember", { description: "A member of a Party committee." })
export class CommitteeMemberType {
  @Field(() => PersonType, { nullable: true, description: "Who; null when erased." })
  person!: PersonType | null;

  @Field(() => PostEnum, { description: "The post." })
  post!: Post;
}

@ObjectType("Committee", { description: "社区党组织班子: the Party committee of a community, with its term." })
export class CommitteeType {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => LocalDateScalar, { description: "First day of the term." })
  termFrom!: string;

  @Field(() => LocalDateScalar, { description: "Last day of the term." })
  termTo!: string;

  @Field(() => [CommitteeMemberType], { description: "3 to 9 members: the secretary, then deputies, then the others." })
  members!: CommitteeMemberType[];
}

/** A page's areas as far as the viewer may see all roles there; nothing where that is none of them. */
function readable(ctx: Context, areas: readonly AreaCode[]): readonly AreaCode[] {
  const held = areasWith(ctx.viewer, "READ_ROLES");
  return areas.flatMap((area) => (held.some((own) => area.startsWith(own)) ? [area] : held.filter((own) => own.startsWith(area))));
}

@Resolver()
export class PeopleListResolver {
  @Query(() => PersonRecordConnection, { description: "Who works, worked or will work in areas, by name; of areas in which the viewer reads roles (READ_ROLES), else nobody.", complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (2 + childComplexity / 10) })
  async people(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("text", () => String, { nullable: true, description: "Part of the name." }) text: string | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<PersonRecordConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const within = multirange(readable(ctx, checkAreas(areas)));
    const found = await readRecords(ctx, {
      limit: checkFirst(first) + 1,
      where: (q) => {
        const parts = [`exists (select from role_assignment r where r.person_id = p.id and r.area_no <@ ${q.bind(within, "int8multirange")})`];
        if (text?.trim()) parts.push(`lower(p.display_name) like ${q.bind(searchPattern(text))}`);
        if (cursor) parts.push(`(p.display_name, p.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
        return parts.join(" and ");
      },
    });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.name, last.id) : null } };
  }

  @Query(() => PersonRecordType, { nullable: true, description: "One of them; null when there is none in the areas where the viewer reads roles.", complexity: 10 })
  async personRecord(@Arg("id", () => ID, { description: "The person." }) id: string, @Ctx() ctx: Context): Promise<PersonRecordType | null> {
    const held = areasWith(ctx.viewer, "READ_ROLES");
    const record = await readPersonRecord(ctx, id);
    return record?.roles.some(({ areaCode }) => held.some((own) => areaCode.startsWith(own))) === true ? record : null;
  }

  @Query(() => CommitteeType, { nullable: true, description: "The Party committee of a community; null when none was set, or out of the viewer's district.", complexity: 10 })
  async committee(@Arg("communityCode", () => ID, { description: "The community." }) communityCode: string, @Ctx() ctx: Context): Promise<CommitteeType | null> {
    return readCommittee(ctx, communityCode);
  }
}

/** The committee as it is now; null when there is none in the viewer's district. */
export async function readCommittee(ctx: Context, communityCode: string): Promise<CommitteeType | null> {
  const q = new Statement();
  const known = withinReach(q, ctx.viewer, "near", "c.area_no");
  const [row] = await q.run<{ committee: CommitteeType }>(
    ctx.db,
    `select json_build_object('communityCode', c.community_code, 'termFrom', c.term_from, 'termTo', c.term_to, 'members', (
         select coalesce(json_agg(json_build_object('post', m.post, 'person', case when p.id is null then null else json_build_object('id', p.id, 'name', p.display_name) end)
           order by array_position('{SECRETARY,DEPUTY,MEMBER}', m.post), p.display_name), '[]')
         from committee_member m left join person p on p.id = m.person_id where m.committee_id = c.id)) as committee
     from committee c where c.community_code = ${q.bind(communityCode)} and ${known}`,
  );
  return row?.committee ?? null;
}
