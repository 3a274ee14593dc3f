import { Field, ID, Int, ObjectType } from "type-graphql";
import { AttachmentType } from "../attachments/attachment-type.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@ObjectType({ description: "A number of a project's story." })
export class StoryNumber {
  @Field(() => String, { description: "What is counted, in the reader's language." })
  label!: string;

  @Field(() => String, { description: "How much, with its unit." })
  value!: string;
}

@ObjectType({ description: "What the households agreed on at the bench: of all resolutions on its cases, the one with most households." })
export class StoryConsent {
  @Field(() => Int, { description: "Households for it." })
  for!: number;

  @Field(() => Int, { description: "Households that can accept it." })
  accept!: number;

  @Field(() => Int, { description: "Households against it." })
  against!: number;

  @Field(() => Int, { description: "Households present." })
  households!: number;
}

@ObjectType({ description: "A milestone of a project's story." })
export class StoryMilestone {
  @Field(() => String, { description: "What it was." })
  title!: string;

  @Field(() => Int, { description: "Its weight." })
  weight!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day it was done." })
  doneOn!: string | null;
}

@ObjectType({ description: "The story of a project that was struck off, to print and to put up: no name, no phone, no room." })
export class ProjectStory {
  @Field(() => ID, { description: "The project." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => String, { description: "Its number." })
  no!: string;

  @Field(() => Int, { description: "The year it was adopted in." })
  year!: number;

  @Field(() => String, { description: "Name of the community." })
  community!: string;

  @Field(() => String, { description: "What was wrong." })
  problem!: string;

  @Field(() => String, { description: "What was to be reached." })
  goal!: string;

  @Field(() => String, { description: "What was done about it." })
  measures!: string;

  @Field(() => LocalDateScalar, { description: "The day it was adopted." })
  adoptedOn!: string;

  @Field(() => LocalDateScalar, { description: "The day it was struck off." })
  struckOffOn!: string;

  @Field(() => [StoryNumber], { description: "What it came to, in numbers." })
  numbers!: StoryNumber[];

  @Field(() => StoryConsent, { nullable: true, description: "What the households agreed on; null where no bench resolved anything, or of a dispute." })
  consent!: StoryConsent | null;

  @Field(() => [AttachmentType], { description: "Photos from before the work, as far as the viewer sees their case." })
  before!: AttachmentType[];

  @Field(() => [AttachmentType], { description: "Photos from after the work, as far as the viewer sees their case." })
  after!: AttachmentType[];

  @Field(() => [StoryMilestone], { description: "The steps, in the order of their days." })
  milestones!: StoryMilestone[];

  @Field(() => Int, { description: "Who was asked and has answered." })
  asked!: number;

  @Field(() => Int, { description: "Of them, satisfied." })
  satisfied!: number;

  @Field(() => Int, { description: "Of them, satisfied on the whole (基本满意)." })
  basic!: number;

  @Field(() => Int, { description: "Of them, dissatisfied." })
  dissatisfied!: number;
}
