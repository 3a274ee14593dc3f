import { decideGrantRole, isRefusal, type Role } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnPerson, areaNoOfPerson, PeopleVerbInput, PersonPayload } from "./people-verb.ts";
import { unknownPlace } from "./role-place.ts";
import { assignmentsOf } from "./store-people.ts";
import { RoleEnum } from "../access/viewer-type.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType()
export abstract class RoleInput extends PeopleVerbInput {
  @Field(() => RoleEnum, { description: "The role." })
  role!: Role;

  @Field(() => ID, { description: "Code of the area, of the kind the role is held in." })
  areaCode!: string;

  @Field(() => LocalDateScalar, { description: "First day." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day; absent until further notice." })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: "The building of a building head; absent for every other role." })
  buildingId?: string | null;

  @Field(() => ID, { nullable: true, description: "The department of a liaison; absent for every other role." })
  departmentId?: string | null;
}

@InputType({ description: "Input of grantRole." })
export class GrantRoleInput extends RoleInput {
  @Field(() => ID, { description: "Who gets it." })
  personId!: string;
}

@ObjectType({ description: "Answer of grantRole: the person, or the refusal." })
export class GrantRolePayload extends PersonPayload {}

@Resolver()
export class GrantRole {
  @Mutation(() => GrantRolePayload, { description: "授予职责: somebody gets a role. Nobody gives himself one." })
  grantRole(@Arg("input", () => GrantRoleInput, { description: "What is asked for." }) input: GrantRoleInput, @Ctx() ctx: Context): Promise<GrantRolePayload> {
    return actOnPerson(ctx, "grantRole", input, async (act) => {
      const areaNo = await areaNoOfPerson(act, input.personId, "personId");
      if (isRefusal(areaNo)) return areaNo;
      const { personId, role, areaCode: area, from, to = null, buildingId, departmentId } = input;
      const existing = await assignmentsOf(act.client, { personId, area });
      const wanted = { assignmentId: uuidv7(), personId, role, area, from, to, buildingId: buildingId ?? null, departmentId: departmentId ?? null };
      const body = decideGrantRole(existing, wanted, act.facts);
      // After the rules: whoever may not grant learns nothing about what there is.
      const unknown = isRefusal(body) ? null : await unknownPlace(act.client, wanted);
      return unknown ?? { body, streamId: personId, areaNo };
    });
  }
}
