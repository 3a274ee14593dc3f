import { councilCategories, type CouncilCategory } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { PageInfo } from "../http/connection.ts";
import { LocalDateScalar } from "../http/date-time.ts";

export const CouncilCategoryEnum = enumOf(
  "CouncilCategory",
  councilCategories,
  "As what somebody sits on a bench council: 退休党员, 热心居民, 物业工作人员, 网格长, 网格员, 楼栋长, 律师, 其他.",
);

@ObjectType("CouncilMember", { description: "A member of a bench council." })
export class CouncilMemberType {
  @Field(() => ID, { description: "The person's id, also where the name is not the viewer's to know." })
  personId!: string;

  @Field(() => PersonType, { nullable: true, description: "Who; null when erased, or nobody the viewer knows." })
  person!: PersonType | null;

  @Field(() => CouncilCategoryEnum, { description: "As what." })
  category!: CouncilCategory;

  @Field(() => LocalDateScalar, { description: "First day." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day; null: as long as the council." })
  to!: string | null;

  @Field(() => Boolean, { description: "Whether a member today." })
  inForce!: boolean;
}

@ObjectType("Council", { description: "小板凳议事团: the standing council of a grid or a community." })
export class CouncilType {
  @Field(() => ID, { description: "The council." })
  id!: string;

  @Field(() => Int, { description: "Its version, for expectedVersion." })
  version!: number;

  @Field(() => ID, { description: "Code of its grid or community." })
  areaCode!: string;

  @Field(() => String, { description: "Name of its grid or community." })
  areaName!: string;

  @Field(() => String, { description: "What it calls itself." })
  name!: string;

  @Field(() => PersonType, { nullable: true, description: "召集人: who summons its meetings; null when nobody the viewer knows." })
  convener!: PersonType | null;

  @Field(() => [CouncilMemberType], { description: "Members by category and first day, former ones too; at most 30." })
  members!: CouncilMemberType[];

  @Field(() => LocalDateScalar, { description: "First day of its term." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of its term; null until further notice." })
  to!: string | null;

  @Field(() => Boolean, { description: "Whether it sits today." })
  inForce!: boolean;
}

@ObjectType({ description: "A page of bench councils." })
export class CouncilConnection {
  @Field(() => [CouncilType], { description: "The councils." })
  nodes!: CouncilType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
