import { isRefusal, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { heldData, looksAt, tableOf, type HeldData } from "./held-data.ts";
import { personFor } from "./known-person.ts";
import { auditReason, PersonalDataInput, reasonProblem } from "./personal-request.ts";
import { storingScope, systemScope } from "../access/scope.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { changeScope } from "../database/transaction.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of exportPerson. Every export is an act of its own: the same key never answers twice." })
export class ExportPersonInput extends PersonalDataInput {}

@ObjectType({ description: "Answer of exportPerson: the copy in two forms, or the refusal." })
export class ExportPersonPayload {
  @Field(() => String, { nullable: true, description: "Everything that is kept on the person, as JSON text; null when refused." })
  json!: string | null;

  @Field(() => String, { nullable: true, description: "The same as a table (CSV, UTF-8 with its mark); null when refused." })
  csv!: string | null;

  @Field(() => RefusalType, { nullable: true, description: "Why there is none; null when there is." })
  refusal!: RefusalType | null;
}

@Resolver()
export class ExportPerson {
  @Mutation(() => ExportPersonPayload, { description: "导出个人信息: a copy of all that is kept on one person, to hand to that person (PIPL art. 45).", complexity: 500 })
  async exportPerson(@Arg("input", () => ExportPersonInput, { description: "Whose and why." }) input: ExportPersonInput, @Ctx() ctx: Context): Promise<ExportPersonPayload> {
    const found: { data?: HeldData } = {};
    const request = { verb: "exportPerson", input, on: [], about: "PERSON" as const, aboutId: input.personId, reason: auditReason(input.reason) };
    const done = await perform(ctx, request, async ({ client, refuse: end }) => {
      const problem = reasonProblem(input.reason);
      if (problem) return end(problem);
      const person = await personFor("EXPORT_PERSON", client, ctx.viewer, input.personId);
      if (isRefusal(person)) return end(person);
      request.reason = auditReason(input.reason, person.name);
      const held = await heldData(client, ctx.viewer, person, ctx.dataKeys);
      await changeScope(client, systemScope);
      found.data = { ...held, looks: await looksAt(client, person.id) };
      await changeScope(client, storingScope(ctx.viewer));
      return person.id;
    });
    const { data } = found;
    if (isRefusal(done)) return { json: null, csv: null, refusal: refusalType(done, ctx.language) };
    if (!data) return { json: null, csv: null, refusal: refusalType(refuse("IDEMPOTENCY_KEY_REUSED", {}, "idempotencyKey"), ctx.language) };
    return { json: JSON.stringify(data, null, 2), csv: tableOf(data), refusal: null };
  }
}
