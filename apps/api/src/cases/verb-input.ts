import { Field, ID, InputType, Int } from "type-graphql";
import { DateTime } from "../http/date-time.ts";

/** What the input of every verb on one thing with a version of its own begins with. */
@InputType()
export abstract class VerbInput {
  @Field(() => ID, { description: "What it is done to." })
  id!: string;

  @Field(() => Int, { description: "The version it was decided on; another one is refused with CONFLICT and the current version." })
  expectedVersion!: number;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => DateTime, { nullable: true, description: "When it took effect, if that was earlier; never later than now, and not before the last change of state." })
  at?: string | null;
}
