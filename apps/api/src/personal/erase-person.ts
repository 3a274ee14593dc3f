import { isRefusal, refuse as refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { eraseData, whyKept } from "./erase-data.ts";
import { personFor } from "./known-person.ts";
import { auditReason, PersonalDataInput, reasonProblem } from "./personal-request.ts";
import { dropFiles } from "../attachments/stored-files.ts";
import { storingScope, systemScope } from "../access/scope.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { changeScope } from "../database/transaction.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of erasePerson." })
export class ErasePersonInput extends PersonalDataInput {}

@ObjectType({ description: "Answer of erasePerson." })
export class ErasePersonPayload {
  @Field(() => Boolean, { description: "Whether the data are gone." })
  erased!: boolean;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was erased; null when it was." })
  refusal!: RefusalType | null;
}

@Resolver()
export class ErasePerson {
  @Mutation(() => ErasePersonPayload, {
    description: "删除个人信息: erases name, phone, home and own words of one person for good; cases, their history and the audit stay, under an id that names nobody (PIPL art. 47).",
    complexity: 500,
  })
  async erasePerson(@Arg("input", () => ErasePersonInput, { description: "Whose and why." }) input: ErasePersonInput, @Ctx() ctx: Context): Promise<ErasePersonPayload> {
    const request = { verb: "erasePerson", input, on: [], about: "PERSON" as const, aboutId: input.personId, reason: auditReason(input.reason) };
    const files: (string | null)[] = [];
    const done = await perform(ctx, request, async ({ client, facts, refuse: end }) => {
      const problem = reasonProblem(input.reason);
      if (problem) return end(problem);
      const person = await personFor("ERASE_PERSON", client, ctx.viewer, input.personId);
      if (isRefusal(person)) return end(person);
      request.reason = auditReason(input.reason, person.name);
      // The law wants all of it gone, what lies in another community too: the rules have decided, the program does it.
      await changeScope(client, systemScope);
      if ((await ctx.accounts.accounts([person.id])).length > 0) return end(refusal("PERSON_STILL_SERVES", {}));
      const kept = await whyKept(client, person.id, facts.now);
      if (kept) return end(kept);
      files.push(...(await eraseData(client, person, { dataKeys: ctx.dataKeys, actorId: ctx.viewer.personId, now: facts.now })));
      await changeScope(client, storingScope(ctx.viewer));
      return person.id;
    });
    await dropFiles(ctx.files, files, ctx.log);
    return isRefusal(done) ? { erased: false, refusal: refusalType(done, ctx.language) } : { erased: true, refusal: null };
  }
}
