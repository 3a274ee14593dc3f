import { Field, ID, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { ChangeSubjectEnum, type ChangeSubject } from "../feed/change-type.ts";
import { Position } from "../feed/position.ts";

@ObjectType({ description: "That something changed, never what: ask for it, and go on from `position` when the stream was cut. At most a few a second." })
export class ChangeSignal {
  @Field(() => Position, { description: "Where in `changes` it stands: the `after` of the next stream." })
  position!: number;

  @Field(() => ChangeSubjectEnum, { nullable: true, description: "What changed; null where many things did, and where the stream begins: ask again for all that is shown." })
  subject!: ChangeSubject | null;

  @Field(() => ID, { nullable: true, description: "Its id; null with `subject`." })
  id!: string | null;
}

@ObjectType("Presence", { description: "Who is looking at a case right now." })
export class PresenceType {
  @Field(() => ID, { description: "Id of the case." })
  caseId!: string;

  @Field(() => [PersonType], { description: "Those who have it open, the viewer among them; empty when nobody has any more. Keys are nobody." })
  people!: PersonType[];
}

@ObjectType({ description: "What a page shows changes of, over one connection: one of the two fields is set." })
export class LiveSignal {
  @Field(() => ChangeSignal, { nullable: true, description: "As `changed` tells it." })
  change!: ChangeSignal | null;

  @Field(() => PresenceType, { nullable: true, description: "As `presence` tells it." })
  presence!: PresenceType | null;
}
