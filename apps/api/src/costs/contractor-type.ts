import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";
import { Node } from "../http/node.ts";

@ObjectType("Contractor", { implements: Node, description: "施工单位 in a community's register: who can be asked for a quote." })
export class ContractorType implements Node {
  @Field(() => ID, { description: "The contractor." })
  id!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => ID, { description: "The community whose register it is." })
  areaCode!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { description: "Business licence or qualification." })
  licence!: string;

  @Field(() => String, { nullable: true, description: "Where to call; null when not known." })
  phone!: string | null;

  @Field(() => Boolean, { description: "Whether it is asked for quotes." })
  active!: boolean;

  @Field(() => Float, { nullable: true, description: "Mean of its stars; null while it has none." })
  averageStars!: number | null;

  @Field(() => Int, { description: "Settled plans whose work it was rated for." })
  jobs!: number;
}

@ObjectType("ContractorRating", { description: "评价 after a settled plan." })
export class ContractorRatingType {
  @Field(() => Int, { description: "1 to 5." })
  stars!: number;

  @Field(() => String, { description: "In words; empty when nothing was said." })
  words!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  /** No fields of the schema: what the field resolvers work on. */
  costPlanId!: string;
  ratedBy!: string;
}

@ObjectType({ description: "A page of contractors (Relay)." })
export class ContractorConnection {
  @Field(() => [ContractorType], { description: "The contractors, by name." })
  nodes!: ContractorType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
