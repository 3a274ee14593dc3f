import { seesSlipCode } from "@bandeng/domain";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ExternalRefType, OpinionConnection, OpinionType } from "./opinion-type.ts";
import { PersonType } from "../access/person-type.ts";
import type { SeenCase } from "../cases/card.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { seenCaseOf } from "../cases/seen-case.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

/** The case that carries an opinion, as the viewer sees it; null when it does not exist for him. */
function carrier(ctx: Context, opinion: OpinionType): Promise<SeenCase | null> {
  return seenCaseOf(ctx, opinion.source.present_case_id);
}

@Resolver(() => OpinionType)
export class OpinionFieldsResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: "Who said it, masked; null when anonymous." })
  reporter(@Root() opinion: OpinionType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, opinion.source.reporter_id);
  }

  @FieldResolver(() => ExternalRefType, { nullable: true, description: "The number another system knows it by; null when it came from none." })
  externalRef(@Root() { source }: OpinionType): ExternalRefType | null {
    return source.external_source === null || source.external_id === null ? null : { source: source.external_source, id: source.external_id };
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who wrote it down; null when that person was erased." })
  recordedBy(@Root() opinion: OpinionType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, opinion.source.recorded_by);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who took it down on somebody's behalf and handed it in; null when that was who wrote it down here." })
  proxy(@Root() opinion: OpinionType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, opinion.source.proxy_id);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The case that carries it now, after a merge the one it was merged into; null when that is out of the viewer's sight.", complexity: ({ childComplexity }) => 1 + childComplexity })
  async case(@Root() opinion: OpinionType, @Ctx() ctx: Context): Promise<CaseType | null> {
    const found = await carrier(ctx, opinion);
    return found && caseType(found);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The code on its slip, by which who spoke can ask and answer without an account. For who wrote it down and who may call back, never for anybody who led the case; null for everybody else.",
  })
  async slipCode(@Root() opinion: OpinionType, @Ctx() ctx: Context): Promise<string | null> {
    const found = await carrier(ctx, opinion);
    return found && seesSlipCode(ctx.viewer, found.card, { recordedBy: opinion.source.recorded_by }) ? opinion.source.slip_code : null;
  }
}

@Resolver(() => OpinionConnection)
export class OpinionConnectionResolver {
  @FieldResolver(() => Int, { description: "How many the whole list has; counted only when asked for.", complexity: 20 })
  totalCount(@Root() connection: OpinionConnection): Promise<number> {
    return connection.count();
  }
}
