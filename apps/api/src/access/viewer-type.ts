import { actionsOfRole, rightNames, rightsOf, roles, type CaseAction, type Right, type Role } from "@bandeng/domain";
import { Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";
import { CaseActionEnum } from "../cases/case-enums.ts";
import { sessionStages, type SessionStage } from "./session-store.ts";
import { PersonType } from "./person-type.ts";

/** The roles as GraphQL names them: exactly the domain's. */
export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };

const roleDescriptions: Record<Role, string> = {
  RESIDENT: "A resident (居民).",
  PROXY: "Acts for a resident who cannot (代办人).",
  BUILDING_HEAD: "Head of a building (楼栋长).",
  GRID_MEMBER: "Works in a grid (网格员).",
  GRID_HEAD: "Heads a grid (网格长).",
  COUNCIL_MEMBER: "Sits on the bench council (板凳会成员).",
  MEDIATOR: "Mediates disputes (调解员).",
  EXPERT: "Gives expert advice (专家).",
  CLERK: "Community clerk (社区工作人员).",
  SECRETARY: "Secretary of the community (社区书记).",
  DEPUTY: "Deputy of the secretary (副书记).",
  LIAISON: "Liaison of a department (部门联络员).",
  STREET_OFFICER: "Officer of a street (街道干部).",
  DISTRICT_OFFICER: "Officer of a district (区级干部).",
  SYSTEM_ADMIN: "Runs the system (系统管理员).",
  KEY: "An integration, not a person (接口密钥).",
};

registerEnumType(RoleEnum, {
  name: "Role",
  description: "What somebody may do, always within an area.",
  valuesConfig: Object.fromEntries(roles.map((role) => [role, { description: roleDescriptions[role] }])) as { [R in Role]: { description: string } },
});

const RightEnum = Object.fromEntries(rightNames.map((right) => [right, right])) as { [R in Right]: R };
registerEnumType(RightEnum, { name: "Right", description: "Everything somebody may do that is no act on one case or one project." });
const SessionStageEnum = Object.fromEntries(sessionStages.map((stage) => [stage, stage])) as { [S in SessionStage]: S };
registerEnumType(SessionStageEnum, { name: "SessionStage", description: "FULL: all that the viewer may. SECOND_FACTOR: the code is awaited. SET_UP_FACTOR: an administrator has none yet. CHANGE_PASSWORD: the password is due." });

@ObjectType("ViewerRole", { description: "A role the viewer holds today." })
export class ViewerRoleType {
  @Field(() => RoleEnum, { description: "The role. Never null." })
  role!: Role;

  @Field(() => String, { description: "Code of the area it is held in: 6, 9, 12 or 15 digits. Never null." })
  areaCode!: string;

  @Field(() => String, { description: "Name of that area. Never null." })
  areaName!: string;

  @Field(() => LocalDateScalar, { description: "First day it is in force. Never null." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day it is in force; null until further notice." })
  to!: string | null;

  @Field(() => [CaseActionEnum], { description: "The actions it gives a right to in its area; what being a case's lead or reporter gives comes on top (Case.actions). May be empty." })
  actions!: readonly CaseAction[];

  @Field(() => ID, { nullable: true, description: "The building of a building head; null for every other role." })
  buildingId!: string | null;
}

@ObjectType("HeldRight", { description: "Something the viewer may do today that is no act on one case or project, and where." })
export class HeldRightType {
  @Field(() => RightEnum, { description: "The right, by its name in the policy of the domain." })
  action!: Right;

  @Field(() => [ID], { description: "Codes of the areas it holds in, and in all below them." })
  areas!: readonly string[];
}

@ObjectType("Viewer", { description: "Whoever is signed in." })
export class ViewerType {
  @Field(() => PersonType, { description: "The person behind the account. Never null." })
  person!: PersonType;

  @Field(() => String, { description: "The name they sign in with. Never null." })
  username!: string;

  @Field(() => SessionStageEnum, { description: "How far this session has come in: FULL, or what has to be done first. Never null." })
  stage!: SessionStage;

  @Field(() => [HeldRightType], { description: "What the viewer may do today, and where; acts on one case are in Case.actions. Empty without a role." })
  can!: readonly HeldRightType[];

  @Field(() => [ID], { description: "Codes of the grids and communities whose bench council the viewer convenes today; may be empty." })
  convenes!: readonly string[];

  @Field(() => [ViewerRoleType], { description: "The roles in force today; empty when there is none, never null." })
  roles!: ViewerRoleType[];
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, { description: "Whoever is signed in, with the roles in force today. Never null: without a session nothing is answered." })
  async viewer(@Ctx() { db, viewer, username, stage }: Context): Promise<ViewerType> {
    const codes = viewer.assignments.map(({ area }) => area);
    const [people, areas] = await Promise.all([
      run<PersonType & Record<string, unknown>>(db, "select id, display_name as name from person where id = $1", [viewer.personId]),
      run<{ code: string; name: string }>(db, "select code, name from area where code = any($1)", [codes]),
    ]);
    const person = people[0];
    if (person === undefined) throw new Error("an account belongs to nobody");
    const names = new Map(areas.map(({ code, name }) => [code, name]));
    return {
      person,
      username,
      stage,
      can: rightsOf(viewer),
      convenes: viewer.convenes ?? [],
      roles: viewer.assignments.map(({ role, area, from, to, buildingId }) => ({ role, areaCode: area, areaName: names.get(area) ?? area, from, to, buildingId, actions: actionsOfRole(role) })),
    };
  }
}
