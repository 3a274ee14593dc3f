import { Field, ID, Int, ObjectType } from "type-graphql";
import { Fen } from "../http/fen.ts";

@ObjectType({ description: "年度清单: what one year's list of projects comes to, of those the viewer sees." })
export class ProjectYear {
  @Field(() => ID, { description: "The area." })
  areaCode!: string;

  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => Int, { description: "Projects in the list: adopted in the year, or carried over into it." })
  adopted!: number;

  @Field(() => Int, { description: "Of them, carried over from an earlier year." })
  carriedOver!: number;

  @Field(() => Int, { description: "Drafts, and plans that were returned." })
  drafts!: number;

  @Field(() => Int, { description: "Before the street." })
  submitted!: number;

  @Field(() => Int, { description: "Put up for everybody to see." })
  publicised!: number;

  @Field(() => Int, { description: "Running, those included whose strike-off was asked for." })
  running!: number;

  @Field(() => Int, { description: "Struck off." })
  struckOff!: number;

  @Field(() => Int, { description: "Given up." })
  abandoned!: number;

  @Field(() => Fen, { description: "Budgets together." })
  budgetFen!: number;

  @Field(() => Fen, { description: "Spent together." })
  spentFen!: number;

  @Field(() => Int, { description: "Struck off by the planned day, of those in `due`." })
  onTime!: number;

  @Field(() => Int, { description: "Whose planned day is in the year and over, the abandoned left out." })
  due!: number;

  @Field(() => Int, { description: "Open ones of which an inspection is missing today." })
  missingInspection!: number;
}

/** What one statement counts. */
export type ProjectYearSums = Omit<ProjectYear, "areaCode" | "year">;
