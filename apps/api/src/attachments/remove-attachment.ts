import { isRefusal, refuse, whyNotRemove, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { markRemoved, readAttachment } from "./attachment-rows.ts";
import { dropFiles } from "./stored-files.ts";
import { perform } from "../cases/act.ts";
import { caseType } from "../cases/case-type.ts";
import { readCase } from "../cases/read-case.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { CasePayload } from "../cases/verb.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of removeAttachment." })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: "The attachment." })
  id!: string;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType({ description: "Answer of removeAttachment: the case without it, or the refusal." })
export class RemoveAttachmentPayload extends CasePayload {}

@Resolver()
export class RemoveAttachment {
  @Mutation(() => RemoveAttachmentPayload, { description: "Removes a photo, recording or paper: one's own for ten minutes, later what was added one role below. That it was there stays on record; its bytes go." })
  async removeAttachment(@Arg("input", () => RemoveAttachmentInput, { description: "What to remove." }) input: RemoveAttachmentInput, @Ctx() ctx: Context): Promise<RemoveAttachmentPayload> {
    const { id } = input;
    const found = isUuid(id) ? await readAttachment(ctx.db, ctx.viewer, id) : null;
    const on = found === null ? [] : [{ id: found.caseId, expectedVersion: null }];
    const done = await perform(ctx, { verb: "removeAttachment", input, on, about: "ATTACHMENT", aboutId: id }, async ({ client, cases, facts, refuse: end }) => {
      // What is gone is out of everybody's sight, like what never was.
      if (found === null || found.removedAt !== null) return end(refuse("NOT_FOUND", {}));
      const no = whyNotRemove(cases.get(found.caseId) as Case, found, facts);
      if (no) return end(no);
      await markRemoved(client, found.id, facts.now);
      return found.id;
    });
    if (isRefusal(done)) return { case: null, refusal: refusalType(done, ctx.language) };
    if (found === null) return { case: null, refusal: null };
    await dropFiles(ctx.files, [found.storeKey, found.thumbnailKey], ctx.log);
    const fresh = await readCase(ctx, { id: found.caseId });
    return { case: fresh && caseType(fresh), refusal: null };
  }
}
