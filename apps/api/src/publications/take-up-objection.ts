import { decideObject, decideObjectToCosts, decideShowComment, isRefusal, recordedCost, recordedProject, refuse, type Facts, type PublicationDecision, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { commentWords, markComment } from "./publication-store.ts";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { lockCosts, storeCosts } from "../costs/cost-store.ts";
import type { Runner } from "../database/statement.ts";
import { lockProject, storeProject } from "../projects/project-store.ts";

interface Objection {
  readonly objectionId: string;
  readonly words: string;
}

async function objectToProject(client: Runner, id: string, objection: Objection, facts: Facts): Promise<Refusal | null> {
  const project = await lockProject(client, id);
  if (!project) return refuse("NOT_FOUND", {});
  const recorded = recordedProject(project, decideObject(project, objection, facts), facts);
  if (isRefusal(recorded)) return recorded;
  await storeProject(client, recorded, facts.now);
  return null;
}

async function objectToCosts(client: Runner, id: string, objection: Objection, facts: Facts): Promise<Refusal | null> {
  const found = await lockCosts(client, id);
  if (!found) return refuse("NOT_FOUND", {});
  const recorded = recordedCost(found.plan, decideObjectToCosts(found.plan, found.case, objection, facts), facts);
  if (isRefusal(recorded)) return recorded;
  await storeCosts(client, recorded, facts.now);
  return null;
}

@InputType({ description: "Input of takeUpObjection." })
export class TakeUpObjectionInput extends VerbInput {
  @Field(() => ID, { description: "The objection." })
  commentId!: string;
}

@ObjectType({ description: "Answer of takeUpObjection: the publication, or the refusal." })
export class TakeUpObjectionPayload extends PublicationPayload {}

@Resolver()
export class TakeUpObjection {
  @Mutation(() => TakeUpObjectionPayload, { description: "受理异议: an objection a resident wrote beneath a project or a cost plan becomes one of it, which does not go on before it is answered; and everybody reads it." })
  takeUpObjection(@Arg("input", () => TakeUpObjectionInput, { description: "What is asked for." }) input: TakeUpObjectionInput, @Ctx() ctx: Context): Promise<TakeUpObjectionPayload> {
    return actOnPublication(ctx, "takeUpObjection", input, async ({ publication }, facts, { client }) => {
      const commentId = input.commentId.toLowerCase();
      const comment = publication.comments.find(({ id }) => id === commentId);
      if (comment?.kind !== "OBJECTION" || publication.subjectId === null || (publication.kind !== "PROJECT" && publication.kind !== "COSTS")) return { decision: refuse("COMMENT_UNKNOWN", {}, "commentId") };
      const shown: PublicationDecision = comment.state === "SHOWN" ? [] : decideShowComment(publication, { commentId }, facts);
      const words = await commentWords(client, publication.id, commentId);
      if (isRefusal(shown) || words === null) return { decision: isRefusal(shown) ? shown : refuse("NOT_FOUND", {}) };
      // The objection keeps the comment's id: it is taken up once.
      const taken = await (publication.kind === "PROJECT" ? objectToProject : objectToCosts)(client, publication.subjectId, { objectionId: commentId, words }, facts);
      if (taken) return { decision: taken };
      await markComment(client, commentId, { shown: true });
      return { decision: shown };
    });
  }
}
