import { commentKinds, commentStates, personalDataKinds, publicationKinds, publicationStates, type CommentKind, type CommentState, type PersonalDataKind, type PublicationKind, type PublicationState } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

export const PublicationKindEnum = enumOf("PublicationKind", publicationKinds, "NOTICE 公告, PROJECT 项目公示, COSTS 费用公示, FINAL_COSTS 决算公示, STORY 项目纪实.");
export const PublicationStateEnum = enumOf("PublicationState", publicationStates, "DRAFT: seen by the community's own people. PUBLISHED: hangs, until its period is over. TAKEN_DOWN: with a reason.");
const CommentKindEnum = enumOf("CommentKind", commentKinds, "An OBJECTION 异议 wants an answer.");
const CommentStateEnum = enumOf("CommentState", commentStates, "PENDING: nobody but the community's own people reads it yet.");
const PersonalDataKindEnum = enumOf("PersonalDataKind", personalDataKinds, "What in a text tells of a person.");

@ObjectType("PublicationLine", { description: "A number that hangs with a publication." })
export class PublicationLineType {
  @Field(() => String, { description: "What it is." })
  label!: string;

  @Field(() => String, { description: "How much." })
  value!: string;
}

@ObjectType("PublicationTable", { description: "Rows that hang with a publication: rooms with their shares, milestones with their days." })
export class PublicationTableType {
  @Field(() => [String], { description: "Heads of the columns." })
  columns!: readonly string[];

  @Field(() => [[String]], { description: "Cells, row by row." })
  rows!: readonly (readonly string[])[];
}

@ObjectType("PublicationFacts", { description: "What was true of its subject when it was published; no names." })
export class PublicationFactsType {
  @Field(() => [PublicationLineType], { description: "Numbers." })
  lines!: readonly PublicationLineType[];

  @Field(() => PublicationTableType, { nullable: true, description: "Rows; null where there are none." })
  table!: PublicationTableType | null;
}

@ObjectType("PublicComment", { description: "What a resident wrote beneath a publication, without an account." })
export class PublicCommentType {
  @Field(() => ID, { description: "The comment." })
  id!: string;

  @Field(() => CommentKindEnum, { description: "Comment or objection." })
  kind!: CommentKind;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => CommentStateEnum, { description: "Whether everybody reads it." })
  state!: CommentState;

  @Field(() => String, { description: "The resident's own words." })
  words!: string;

  @Field(() => String, { description: "The words with personal data masked: as the public page shows them, or would." })
  shownWords!: string;

  @Field(() => String, { nullable: true, description: "The community's answer; null while there is none." })
  answer!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was answered." })
  answeredAt!: string | null;
}

@ObjectType("Publication", { description: "公示公告: what hangs on the board and on the public page." })
export class PublicationType {
  @Field(() => ID, { description: "The publication." })
  id!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => PublicationKindEnum, { description: "What it tells of." })
  kind!: PublicationKind;

  @Field(() => ID, { nullable: true, description: "The project or cost plan; null for a notice." })
  subjectId!: string | null;

  @Field(() => ID, { description: "Code of its community or grid." })
  areaCode!: string;

  @Field(() => String, { description: "Name of its community or grid." })
  areaName!: string;

  @Field(() => PublicationStateEnum, { description: "How far it has come." })
  state!: PublicationState;

  @Field(() => Boolean, { description: "Whether it hangs now." })
  hangs!: boolean;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => String, { description: "Its text." })
  body!: string;

  @Field(() => PublicationFactsType, { nullable: true, description: "Numbers and rows of its subject, as they were when it was published; of a draft, as they are." })
  facts!: PublicationFactsType | null;

  @Field(() => Int, { nullable: true, description: "Working days it hangs; null: as long as its subject's publicity, or for good." })
  days!: number | null;

  @Field(() => Boolean, { description: "Whether residents may write beneath it." })
  takesComments!: boolean;

  @Field(() => [ID], { description: "Attachments of its subject's cases that hang with it: photos, at most twelve." })
  photoIds!: readonly string[];

  @Field(() => PersonType, { nullable: true, description: "Who drafted it." })
  draftedBy!: PersonType | null;

  @Field(() => DateTime, { nullable: true, description: "When it was published." })
  publishedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "18:00 of its last day; null for good, and for a draft." })
  until!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was taken down." })
  takenDownAt!: string | null;

  @Field(() => Int, { description: "Comments nobody has looked at, and objections without an answer." })
  waiting!: number;

  @Field(() => [PublicCommentType], { description: "What residents wrote, oldest first; at most 500." })
  comments!: PublicCommentType[];
}

@ObjectType({ description: "A page of publications." })
export class PublicationConnection {
  @Field(() => [PublicationType], { description: "The publications, last changed first." })
  nodes!: PublicationType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "What in a text must not hang on a wall, and the text without it." })
export class RedactionType {
  @Field(() => [PersonalDataKindEnum], { description: "What was found, each kind once." })
  found!: PersonalDataKind[];

  @Field(() => String, { description: "The text with it masked." })
  text!: string;
}

@InputType()
export abstract class PublicationTextInput {
  @Field(() => String, { description: "Its title, at most 60 characters." })
  title!: string;

  @Field(() => String, { description: "Its text, at most 4,000 characters. Names, mobile phones and rooms of residents are refused when it is published." })
  body!: string;

  @Field(() => Int, { nullable: true, description: "Working days it hangs, 1 to 90: of a notice and of final accounts. Absent for the others." })
  days?: number | null;

  @Field(() => Boolean, { defaultValue: true, description: "Whether residents may write beneath it." })
  takesComments!: boolean;

  @Field(() => [ID], { defaultValue: [], description: "Photos of its subject's cases." })
  photoIds!: string[];
}
