import { areaRange, localDateOf, type Role } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { caseScope, withinReach } from "../access/scope.ts";
import { RoleEnum } from "../access/viewer-type.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { Statement } from "../database/statement.ts";
import { checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { searchPattern } from "../database/search-pattern.ts";

@ObjectType("Worker", { description: "Somebody who holds a role, as one chooses a lead." })
export class WorkerType {
  @Field(() => ID, { description: "The person." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => [RoleEnum], { description: "The roles held there today." })
  roles!: Role[];

  @Field(() => Int, { description: "Open cases led, of those the viewer sees whole." })
  leads!: number;
}

@ObjectType("Resident", { description: "Somebody who lives in the community, masked." })
export class ResidentType {
  @Field(() => ID, { description: "The person." })
  id!: string;

  @Field(() => String, { description: "Masked name, such as 楼某." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Address of the home, without the room; null when unknown." })
  address!: string | null;
}

@ObjectType("Department", { description: "A department that can be called to a case." })
export class DepartmentType {
  @Field(() => ID, { description: "The department." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;
}

@Resolver()
export class PeopleResolver {
  @Query(() => [WorkerType], { description: "Who can be given a case of an area: holders of a role that reaches it, those nearest to it first.", complexity: 20 })
  async workers(
    @Arg("area", () => ID, { description: "Area code, usually the case's grid." }) area: string,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("below", () => Boolean, { defaultValue: false, description: "Whether those who hold a role only in a part of the area are among them, such as the grid heads of a community." }) below: boolean,
    @Ctx() ctx: Context,
  ): Promise<WorkerType[]> {
    checkAreas([area]);
    const q = new Statement();
    const today = q.bind(localDateOf(await ctx.now()), "date");
    // Whoever works in a community knows its workers; the street's and district's are known below them.
    const known = withinReach(q, ctx.viewer, "near", "r.area_no");
    // Who leads a dispute is nothing that a masked card tells, so it is not counted either.
    const seen = caseScope(q, ctx.viewer);
    return q.run<WorkerType & Record<string, unknown>>(
      ctx.db,
      `select p.id, p.display_name as name, array_agg(distinct r.role) as roles,
         (select count(*)::int from cases c where c.lead_id = p.id and c.board_column < 7 and ${seen.visible} and ${seen.whole}) as leads
       from role_assignment r join person p on p.id = r.person_id
       where (starts_with(${q.bind(area)}, r.area_code) or (${q.bind(below, "bool")} and starts_with(r.area_code, ${q.bind(area)}))) and r.role <> all('{SYSTEM_ADMIN,KEY,RESIDENT}') and ${known}
         and r.from_date <= ${today} and (r.to_date is null or r.to_date >= ${today})
       group by p.id order by max(length(r.area_code)) desc, p.display_name limit ${q.bind(checkFirst(first), "int")}`,
    );
  }

  @Query(() => [ResidentType], { description: "Residents by masked name or address, in the viewer's areas: to name a reporter or a party.", complexity: 20 })
  residents(
    @Arg("text", () => String, { description: "Surname or address." }) text: string,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Ctx() ctx: Context,
  ): Promise<ResidentType[]> {
    const q = new Statement();
    const like = q.bind(searchPattern(text));
    return q.run<ResidentType & Record<string, unknown>>(
      ctx.db,
      `select p.id, p.surname_mask as name, b.address || case when u.no is null then '' else u.no || '单元' end as address
       from person p left join household h on h.id = p.household_id left join building b on b.id = h.building_id left join unit u on u.id = h.unit_id
       where ${withinReach(q, ctx.viewer, "residents", "p.area_no")} and (p.surname_mask like ${like} or b.address like ${like})
         and p.erased_at is null and not exists (select 1 from role_assignment r where r.person_id = p.id)
       order by p.surname_mask, p.id limit ${q.bind(checkFirst(first), "int")}`,
    );
  }

  @Query(() => [DepartmentType], { description: "Departments that can be called to cases of an area; at most 100.", complexity: 10 })
  departments(@Arg("area", () => ID, { description: "Area code." }) area: string, @Ctx() { db, viewer }: Context): Promise<DepartmentType[]> {
    const q = new Statement();
    const from = q.bind(areaRange(checkAreas([area])[0] as string)[0], "int8");
    const here = `area_no - area_no % 1000000000 = ${from} - ${from} % 1000000000`;
    return q.run<DepartmentType & Record<string, unknown>>(db, `select id, name from department where ${here} and ${withinReach(q, viewer, "near", "area_no")} order by name limit 100`);
  }
}
