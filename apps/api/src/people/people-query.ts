import { areaRange, roles, type Role } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { multirange } from "../access/scope.ts";
import { RoleEnum } from "../access/viewer-type.ts";
import { checkAreas } from "../cases/board.ts";
import { run, Statement } from "../database/statement.ts";
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

  @Field(() => Int, { description: "Open cases led." })
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
  workers(
    @Arg("area", () => ID, { description: "Area code, usually the case's grid." }) area: string,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Ctx() ctx: Context,
  ): Promise<WorkerType[]> {
    checkAreas([area]);
    return run<WorkerType & Record<string, unknown>>(
      ctx.pool,
      `select p.id, p.display_name as name, array_agg(distinct r.role) as roles,
         (select count(*)::int from cases c where c.lead_id = p.id and c.board_column < 7) as leads
       from role_assignment r join person p on p.id = r.person_id
       where starts_with($1, r.area_code) and r.role <> all('{SYSTEM_ADMIN,KEY,RESIDENT}') and r.area_no <@ $2::int8multirange
         and r.from_date <= current_date and (r.to_date is null or r.to_date >= current_date)
       group by p.id order by max(length(r.area_code)) desc, p.display_name limit $3`,
      // Whoever works in a community knows its workers; the street's and district's are known below them.
      [area, multirange({ ...ctx.viewer, assignments: ctx.viewer.assignments.map((a) => ({ ...a, area: a.area.slice(0, 6) })) }, roles), checkFirst(first)],
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
    const scope = q.bind(multirange(ctx.viewer, roles.filter((r) => r !== "SYSTEM_ADMIN" && r !== "LIAISON")), "int8multirange");
    return q.run<ResidentType & Record<string, unknown>>(
      ctx.pool,
      `select p.id, p.surname_mask as name, b.address || case when u.no is null then '' else u.no || '单元' end as address
       from person p left join household h on h.id = p.household_id left join building b on b.id = h.building_id left join unit u on u.id = h.unit_id
       where p.area_no <@ ${scope} and (p.surname_mask like ${like} or b.address like ${like})
         and not exists (select 1 from role_assignment r where r.person_id = p.id)
       order by p.surname_mask, p.id limit ${q.bind(checkFirst(first), "int")}`,
    );
  }

  @Query(() => [DepartmentType], { description: "Departments that can be called to cases of an area; at most 100.", complexity: 10 })
  departments(@Arg("area", () => ID, { description: "Area code." }) area: string, @Ctx() { pool }: Context): Promise<DepartmentType[]> {
    const [from] = areaRange(checkAreas([area])[0] as string);
    return run<DepartmentType & Record<string, unknown>>(pool, "select id, name from department where area_no - area_no % 1000000000 = $1::int8 - $1::int8 % 1000000000 order by name limit 100", [from]);
  }
}
