import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { retentionRules } from "./retention.ts";
import type { Context } from "../http/context.ts";

@ObjectType("RetentionRule", { description: "How long something is kept." })
export class RetentionRuleType {
  @Field(() => ID, { description: "The rule." })
  key!: string;

  @Field(() => String, { description: "What is kept, in zh or en by Accept-Language." })
  what!: string;

  @Field(() => Int, { description: "For how many days." })
  days!: number;

  @Field(() => String, { description: "By which law, in zh or en by Accept-Language." })
  basis!: string;
}

@Resolver()
export class RetentionResolver {
  @Query(() => [RetentionRuleType], { description: "How long personal data and records are kept; the same for everybody." })
  retentionPolicy(@Ctx() { language }: Context): RetentionRuleType[] {
    return retentionRules.map(({ key, what, days, basis }) => ({ key, what: what[language], days, basis: basis[language] }));
  }
}
