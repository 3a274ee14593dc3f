import { pointKinds, type PointKind } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { SpokenPlaceInput, SpokenPlaceType } from "./spoken-place.ts";
import { PersonType } from "../access/person-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { PageInfo } from "../http/connection.ts";
import { LocalDateScalar } from "../http/date-time.ts";

const PointKindEnum = enumOf("PointKind", pointKinds, "SHOP_DOOR 店门口, SHARED_SPACE 公共空间, OFFICE 办公场所, ONLINE 线上.");

@InputType({ description: "On these days of the week, from a time until a time of the same day." })
export class OpeningSpanInput {
  @Field(() => [Int], { description: "Monday is 1, Sunday 7." })
  days!: number[];

  @Field(() => String, { description: "Such as 08:30." })
  from!: string;

  @Field(() => String, { description: "Such as 18:00; then it is closed." })
  to!: string;
}

@ObjectType("OpeningSpan", { description: "On these days of the week, from a time until a time of the same day." })
export class OpeningSpanType {
  @Field(() => [Int], { description: "Monday is 1, Sunday 7." })
  days!: number[];

  @Field(() => String, { description: "Such as 08:30." })
  from!: string;

  @Field(() => String, { description: "Such as 18:00; then it is closed." })
  to!: string;
}

@InputType({ description: "What a poster says of a collection point, and who keeps it." })
export class PointDescriptionInput {
  @Field(() => String, { description: "Such as 百货商店门口, at most 40 characters." })
  name!: string;

  @Field(() => PointKindEnum, { description: "What kind of place." })
  kind!: PointKind;

  @Field(() => SpokenPlaceInput, { description: "Where it is." })
  place!: SpokenPlaceInput;

  @Field(() => ID, { description: "Who empties the box and writes down what was left." })
  keeperId!: string;

  @Field(() => String, { description: "The office that answers for it, by name, at most 60 characters: it stands on the poster." })
  office!: string;

  @Field(() => String, { nullable: true, description: "A telephone of that office, a landline or service line; a person's mobile is refused." })
  officePhone?: string | null;

  @Field(() => [OpeningSpanInput], { description: "When it is open, at most 14 spans; may be empty when the words say it." })
  hours!: OpeningSpanInput[];

  @Field(() => String, { defaultValue: "", description: "What weekly hours cannot say, such as 随店营业; at most 100 characters." })
  hoursWords!: string;
}

@ObjectType("CollectionPoint", { description: "民意收集点: where residents leave what they have to say as they pass by." })
export class CollectionPointType {
  @Field(() => ID, { description: "The point." })
  id!: string;

  @Field(() => Int, { description: "Its version, for expectedVersion." })
  version!: number;

  @Field(() => String, { description: "The short code on its poster: its public page is at /p/ with this code behind." })
  code!: string;

  @Field(() => ID, { description: "Code of the grid or community it stands in." })
  areaCode!: string;

  @Field(() => String, { description: "Name of that grid or community." })
  areaName!: string;

  @Field(() => String, { description: "Such as 百货商店门口." })
  name!: string;

  @Field(() => PointKindEnum, { description: "What kind of place." })
  kind!: PointKind;

  @Field(() => SpokenPlaceType, { description: "Where it is." })
  place!: SpokenPlaceType;

  @Field(() => PersonType, { nullable: true, description: "Who keeps it; null when nobody the viewer knows." })
  keeper!: PersonType | null;

  @Field(() => String, { description: "The office that answers for it, by name." })
  office!: string;

  @Field(() => String, { nullable: true, description: "A telephone of that office; null without one." })
  officePhone!: string | null;

  @Field(() => [OpeningSpanType], { description: "When it is open by the week, at most 14 spans." })
  hours!: OpeningSpanType[];

  @Field(() => String, { description: "What weekly hours cannot say; empty when nothing." })
  hoursWords!: string;

  @Field(() => LocalDateScalar, { description: "First day it is open, this time." })
  activeFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Day from which it is closed; null while it is open." })
  closedOn!: string | null;

  @Field(() => Int, { description: "Opinions voiced there in the last 30 days, today included; all there were, not only those the viewer may read." })
  opinions30!: number;

  @Field(() => Int, { description: "Opinions voiced there in the last 90 days, likewise." })
  opinions90!: number;

  @Field(() => Int, { description: "Opinions ever voiced there." })
  opinions!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: "Day the last opinion was voiced there; null when none ever was." })
  lastOpinionOn!: string | null;

  @Field(() => Int, { description: "Natural days since then, or since it was opened." })
  idleDays!: number;

  @Field(() => Boolean, { description: "沉睡点: open, and no opinion for 30 natural days." })
  dead!: boolean;
}

@ObjectType({ description: "A page of collection points (Relay)." })
export class CollectionPointConnection {
  @Field(() => [CollectionPointType], { description: "The points." })
  nodes!: CollectionPointType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
