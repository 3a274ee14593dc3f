import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("Person", { description: "Somebody who takes part: a worker, a head of a building, a resident with an account." })
export class PersonType {
  @Field(() => ID, { description: "The person's id (UUID). Never null." })
  id!: string;

  @Field(() => String, { description: "The name to show, for example 王淑芬. Never null." })
  name!: string;
}
