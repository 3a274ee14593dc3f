import { categoryBranches, deadlineUnits, limitedColumns, templateKinds, type CaseKind, type CategoryBranch, type DeadlineUnit, type LimitedColumn, type TemplateKind } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { BoardColumnEnum, CaseKindEnum, enumOf } from "../cases/case-enums.ts";

const DeadlineUnitEnum = enumOf("DeadlineUnit", deadlineUnits, "In what a deadline is counted.");
const CategoryBranchEnum = enumOf("CategoryBranch", categoryBranches, "部件 assets, 事件 events, 纠纷 disputes: the same three everywhere.");
const TemplateKindEnum = enumOf("TemplateKind", templateKinds, "Where a text is offered: answer, not taken up, whistle, result.");

@ObjectType({ description: "How long one thing may take." })
export class DeadlineSetting {
  @Field(() => ID, { description: "Its name, such as callBackDays or resolveDays.BUILDING." })
  name!: string;

  @Field(() => Int, { description: "Its value in the community." })
  value!: number;

  @Field(() => Int, { description: "What it is where nothing was set." })
  default!: number;

  @Field(() => DeadlineUnitEnum, { description: "What it counts." })
  unit!: DeadlineUnit;

  @Field(() => Boolean, { description: "Given by law: it cannot be set." })
  fixed!: boolean;
}

@ObjectType({ description: "How many open cases a column should hold at most, over all lanes." })
export class WipLimit {
  @Field(() => BoardColumnEnum, { description: "The column; never CLOSED." })
  column!: LimitedColumn;

  @Field(() => Int, { description: "The limit." })
  limit!: number;
}

@ObjectType("CategoryLeaf", { description: "A category cases are given." })
export class CategoryLeafType {
  @Field(() => ID, { description: "What cases keep; it never changes." })
  id!: string;

  @Field(() => CategoryBranchEnum, { description: "Its branch." })
  branch!: CategoryBranch;

  @Field(() => [CaseKindEnum], { description: "The kinds of case it is for." })
  kinds!: readonly CaseKind[];

  @Field(() => String, { description: "Its name in Chinese." })
  zh!: string;

  @Field(() => String, { description: "Its name in English." })
  en!: string;

  @Field(() => Boolean, { description: "Switched off: cases that have it keep it, no other one gets it." })
  off!: boolean;

  @Field(() => Boolean, { description: "The community's own, and not of the default tree." })
  own!: boolean;
}

@ObjectType("TextTemplate", { description: "A text that a form offers." })
export class TextTemplateType {
  @Field(() => ID, { description: "The template." })
  id!: string;

  @Field(() => TemplateKindEnum, { description: "Where it is offered." })
  kind!: TemplateKind;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => String, { description: "The text." })
  body!: string;
}

@ObjectType("CommunitySettings", { description: "How one community works: its own values, else the defaults." })
export class CommunitySettingsType {
  @Field(() => ID, { description: "The community: the `id` of the verbs on it." })
  communityCode!: string;

  @Field(() => Int, { description: "Its version, for expectedVersion; 0 as long as nothing was set." })
  version!: number;

  @Field(() => [DeadlineSetting], { description: "All deadlines." })
  deadlines!: DeadlineSetting[];

  @Field(() => [WipLimit], { description: "Limits, in the order of the board; a column without one is not among them." })
  wipLimits!: WipLimit[];

  @Field(() => [CategoryLeafType], { description: "The tree, branch by branch, in the community's order; at most 100 leaves." })
  categories!: CategoryLeafType[];

  @Field(() => [TextTemplateType], { description: "Texts by kind, in the community's order; at most 60." })
  templates!: readonly TextTemplateType[];
}

@ObjectType({ description: "The categories of a community that has a tree of its own." })
export class CommunityCategories {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => [CategoryLeafType], { description: "Its tree; at most 100 leaves." })
  categories!: CategoryLeafType[];
}

@InputType({ description: "A value for one deadline." })
export class DeadlineRuleInput {
  @Field(() => ID, { description: "Its name." })
  name!: string;

  @Field(() => Int, { description: "Its value, 1 to 366." })
  value!: number;
}

@InputType({ description: "A limit for one column." })
export class WipLimitInput {
  @Field(() => BoardColumnEnum, { description: `One of ${limitedColumns.join(", ")}.` })
  column!: string;

  @Field(() => Int, { description: "The limit, 1 to 9,999." })
  limit!: number;
}

@InputType({ description: "A category as it shall be." })
export class CategoryLeafInput {
  @Field(() => ID, { nullable: true, description: "Null for a new one." })
  id?: string | null;

  @Field(() => CategoryBranchEnum, { description: "Its branch, which cannot change." })
  branch!: CategoryBranch;

  @Field(() => String, { description: "Its name in Chinese, at most 20 characters." })
  zh!: string;

  @Field(() => String, { nullable: true, description: "Its name in English; the Chinese one where absent." })
  en?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Switched off." })
  off!: boolean;
}

@InputType({ description: "A text as it shall be." })
export class TextTemplateInput {
  @Field(() => ID, { nullable: true, description: "Null for a new one." })
  id?: string | null;

  @Field(() => TemplateKindEnum, { description: "Where it is offered." })
  kind!: TemplateKind;

  @Field(() => String, { description: "What it is called, at most 20 characters." })
  name!: string;

  @Field(() => String, { description: "The text, at most 500 characters." })
  body!: string;
}
