import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { caseType } from "./case-type.ts";
import { readCase } from "./read-case.ts";
import { readContractor } from "../costs/contractor-query.ts";
import { readCostPlan } from "../costs/cost-query.ts";
import type { Context } from "../http/context.ts";
import { Node } from "../http/node.ts";
import { readMediation } from "../mediations/mediation-query.ts";
import { readPlace } from "../places/place-query.ts";
import { readProject } from "../projects/project-read.ts";
import { isUuid } from "../database/uuid.ts";

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "A case, project, mediation, cost plan, contractor, compound or building by id; null when there is none in the viewer's scope.", complexity: ({ childComplexity }) => 10 + childComplexity })
  async node(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<Node | null> {
    if (!isUuid(id)) return null;
    const found = await readCase(ctx, { id });
    return found ? caseType(found) : ((await readProject(ctx, id)) ?? (await readMediation(ctx, id)) ?? (await readCostPlan(ctx, id)) ?? (await readContractor(ctx, id)) ?? (await readPlace(ctx, id)));
  }
}
