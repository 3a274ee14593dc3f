import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Where a matter is: the most exact of building, unit or compound. Nothing given = unknown." })
export class PlaceInput {
  @Field(() => ID, { nullable: true, description: "The compound, when no building is known." })
  compoundId?: string | null;

  @Field(() => ID, { nullable: true, description: "The building." })
  buildingId?: string | null;

  @Field(() => ID, { nullable: true, description: "The unit, with its building." })
  unitId?: string | null;
}
