import { contactDayStates, type ContactDayState } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { SpokenPlaceType } from "./spoken-place.ts";
import { PersonType } from "../access/person-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { PageInfo } from "../http/connection.ts";
import { LocalDateScalar } from "../http/date-time.ts";

const ContactDayStateEnum = enumOf("ContactDayState", contactDayStates, "PLANNED 已安排, HELD 已开展, CANCELLED 已取消.");

@ObjectType("ContactDay", { description: "社情民意联系日: on one day somebody of the community is at a place where residents come by." })
export class ContactDayType {
  @Field(() => ID, { description: "The contact day." })
  id!: string;

  @Field(() => Int, { description: "Its version, for expectedVersion." })
  version!: number;

  @Field(() => ID, { description: "Code of the grid or community it is for." })
  areaCode!: string;

  @Field(() => String, { description: "Name of that grid or community." })
  areaName!: string;

  @Field(() => LocalDateScalar, { description: "The day." })
  date!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day its rule named, where nobody works on that and it was moved to the next working day; else null." })
  movedFrom!: string | null;

  @Field(() => String, { description: "When it begins, such as 09:00." })
  from!: string;

  @Field(() => String, { description: "When it ends, such as 11:00." })
  to!: string;

  @Field(() => SpokenPlaceType, { description: "Where." })
  place!: SpokenPlaceType;

  @Field(() => PersonType, { nullable: true, description: "值班人: who is there; null when nobody the viewer knows." })
  dutyOfficer!: PersonType | null;

  @Field(() => Int, { nullable: true, description: "Residents talked to; null until it was held." })
  reached!: number | null;

  @Field(() => Int, { description: "Opinions voiced on it; all there were, not only those the viewer may read." })
  opinions!: number;

  @Field(() => ContactDayStateEnum, { description: "Whether it was held." })
  state!: ContactDayState;

  @Field(() => String, { nullable: true, description: "What was noted when it was recorded last; null when nothing was." })
  notes!: string | null;
}

@ObjectType({ description: "A page of contact days (Relay)." })
export class ContactDayConnection {
  @Field(() => [ContactDayType], { description: "The contact days." })
  nodes!: ContactDayType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
