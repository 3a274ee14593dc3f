import { Field, ID, Int, ObjectType } from "type-graphql";
import { CaseType } from "../cases/case-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

@ObjectType({ description: "A whistle whose answer is overdue: which department, what it was asked, and by how much." })
export class OverdueWhistle {
  @Field(() => ID, { description: "The whistle." })
  id!: string;

  @Field(() => ID, { description: "The department that was called." })
  departmentId!: string;

  @Field(() => String, { description: "Its name." })
  departmentName!: string;

  @Field(() => String, { description: "What it was asked for." })
  ask!: string;

  @Field(() => DateTime, { description: "When the whistle was blown." })
  blownAt!: string;

  @Field(() => DateTime, { description: "By when an answer was due." })
  replyDueAt!: string;

  @Field(() => DateTime, { description: "By when it should be on site." })
  onSiteDueAt!: string;

  @Field(() => Int, { description: "Working days by which the answer is late, 0 on the day itself." })
  replyLateDays!: number;

  @Field(() => Int, { nullable: true, description: "Working days by which it is late on site; null while that is not due yet." })
  onSiteLateDays!: number | null;

  @Field(() => CaseType, { description: "The case." })
  case!: CaseType;
}

@ObjectType({ description: "A page of overdue whistles." })
export class OverdueWhistleConnection {
  @Field(() => [OverdueWhistle], { description: "The whistles, the longest overdue first." })
  nodes!: OverdueWhistle[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "How a department answers whistles." })
export class DepartmentFigure {
  @Field(() => ID, { description: "The department." })
  departmentId!: string;

  @Field(() => String, { description: "Its name." })
  departmentName!: string;

  @Field(() => Int, { description: "Whistles blown for it, all of them." })
  all!: number;

  @Field(() => Int, { description: "Answered within the reply date." })
  inTime!: number;

  @Field(() => Int, { description: "Answered after it." })
  late!: number;

  @Field(() => Int, { description: "Not answered, and overdue." })
  overdue!: number;

  @Field(() => Int, { description: "Not answered yet, in time still." })
  waiting!: number;

  @Field(() => Int, { description: "Released without an answer." })
  released!: number;
}
