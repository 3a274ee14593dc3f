import { Field, ID, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../http/connection.ts";
import { Node } from "../http/node.ts";

@ObjectType("Compound", { implements: Node, description: "A residential compound (小区)." })
export class CompoundType implements Node {
  @Field(() => ID, { description: "The compound." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "How it is typed." })
  pinyin!: string;

  @Field(() => ID, { description: "Code of its community." })
  communityCode!: string;

  @Field(() => ID, { description: "Code of the grid its cases belong to when no building is known." })
  mainGridCode!: string;

  @Field(() => Int, { nullable: true, description: "Year it was built; null when unknown." })
  buildYear!: number | null;

  @Field(() => Boolean, { description: "老旧小区." })
  isOld!: boolean;

  @Field(() => String, { nullable: true, description: "Batch of the renovation programme; null when in none." })
  renovationBatch!: string | null;

  @Field(() => Boolean, { description: "Whether it has property service." })
  hasProperty!: boolean;

  @Field(() => String, { nullable: true, description: "The property company; null without one." })
  propertyCompany!: string | null;
}

@ObjectType("Unit", { description: "A stairwell unit (单元)." })
export class UnitType {
  @Field(() => ID, { description: "The unit." })
  id!: string;

  @Field(() => Int, { description: "Its number in the building." })
  no!: number;

  @Field(() => Int, { description: "Homes in it." })
  households!: number;
}

@ObjectType("Building", { implements: Node, description: "A building (楼栋)." })
export class BuildingType implements Node {
  @Field(() => ID, { description: "The building." })
  id!: string;

  @Field(() => String, { description: "Its address, such as 锡麟街25号." })
  address!: string;

  @Field(() => String, { description: "How it is typed." })
  pinyin!: string;

  @Field(() => ID, { description: "Code of its basic grid." })
  gridCode!: string;

  @Field(() => ID, { nullable: true, description: "Its compound; null when in none." })
  compoundId!: string | null;

  @Field(() => String, { nullable: true, description: "Name of that compound; null when in none." })
  compoundName!: string | null;

  @Field(() => Int, { description: "Floors." })
  floors!: number;
}

@ObjectType({ description: "A page of compounds (Relay)." })
export class CompoundConnection {
  @Field(() => [CompoundType], { description: "The compounds." })
  nodes!: CompoundType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "A page of buildings (Relay)." })
export class BuildingConnection {
  @Field(() => [BuildingType], { description: "The buildings." })
  nodes!: BuildingType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
