import { GraphQLError } from "graphql";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a page stands in its list (Relay)." })
export class PageInfo {
  @Field(() => Boolean, { description: "True when there are more after this page." })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the last entry; null on an empty page." })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: "How many, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "Cursor after which the page begins; absent for the first page." })
  after?: string | null;
}

export function isPageSize(first: number): boolean {
  return first >= 1 && first <= 100;
}

/** Refuses a page size outside 1 to 100 before anything is read. @throws GraphQLError BAD_USER_INPUT */
export function checkFirst(first: number): number {
  if (!isPageSize(first)) throw badInput("first must be 1 to 100");
  return first;
}

/** The answer to input that no form of ours could have sent. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
