import { localDateOf, missingInspections, projectActionNames, whyNotProject, type ProjectEvent, type ProjectTextKind, type SecretaryProject } from "@bandeng/domain";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { DeliverableAcceptance, ProjectActionState, ProjectAppraisal, ProjectEventType, ProjectFiling, ProjectInspection, ProjectObjection, ProjectSpending } from "./project-parts.ts";
import { isOverdueNow, readProject } from "./project-read.ts";
import { DeliverableType, MilestoneType, ProjectType } from "./project-type.ts";
import { wordsOfProject } from "./project-words.ts";
import { PersonType } from "../access/person-type.ts";
import { attachmentsOf } from "../attachments/case-attachments.ts";
import { AttachmentType } from "../attachments/attachment-type.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { readCasesById } from "../cases/read-case.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { run } from "../database/statement.ts";
import { checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

/** The cases of a project, as far as the viewer sees them. */
export async function casesOf(ctx: Context, p: SecretaryProject): Promise<CaseType[]> {
  return (await readCasesById(ctx, p.caseIds)).flatMap((c) => (c ? [caseType(c)] : []));
}

/** Photos and papers of a project's cases by their ids, those the viewer sees and that were not removed since. */
async function attachmentsBy(ctx: Context, p: SecretaryProject, ids: readonly string[]): Promise<AttachmentType[]> {
  if (ids.length === 0) return [];
  const all = await Promise.all((await casesOf(ctx, p)).map((c) => attachmentsOf(ctx, c)));
  return all.flat().filter(({ id }) => ids.includes(id));
}

/** Which words of a project an event brought. */
function wordsOfEvent(event: ProjectEvent): readonly (readonly [ProjectTextKind, string?])[] {
  switch (event.type) {
    case "STUDY_FILED":
      return [["STUDY"]];
    case "PROJECT_OBJECTED":
      return [["OBJECTION", event.payload.objectionId]];
    case "OBJECTION_ANSWERED":
      return [["ANSWER", event.payload.objectionId]];
    case "PROJECT_INSPECTED":
      return [["FINDING", event.payload.inspectionId], ["NEXT", event.payload.inspectionId]];
    case "PROJECT_APPRAISED":
      return [["APPRAISAL", event.payload.appraisalId]];
    default:
      return [];
  }
}

@Resolver(() => MilestoneType)
export class MilestoneResolver {
  @FieldResolver(() => [AttachmentType], { description: "Photos and papers that show it, as far as the viewer sees the case they are kept with.", complexity: ({ childComplexity }) => 5 + childComplexity })
  attachments(@Root() { source, project }: MilestoneType, @Ctx() ctx: Context): Promise<AttachmentType[]> {
    return attachmentsBy(ctx, project, source.attachmentIds);
  }
}

@Resolver(() => DeliverableType)
export class DeliverableResolver {
  @FieldResolver(() => [DeliverableAcceptance], { description: "Every time it was accepted, the oldest first.", complexity: ({ childComplexity }) => 5 + childComplexity })
  acceptances(@Root() { source, project }: DeliverableType, @Ctx() ctx: Context): Promise<DeliverableAcceptance[]> {
    return Promise.all(
      source.acceptances.map(async ({ id, accepted, evidence, at, by, residentId, signedAt, attachmentIds }) => ({
        id, accepted, evidence, at, signedAt, by: await personOf(ctx, by), resident: await personOf(ctx, residentId), attachments: await attachmentsBy(ctx, project, attachmentIds),
      })),
    );
  }
}

@Resolver(() => ProjectType)
export class ProjectDetailResolver {
  @FieldResolver(() => [CaseType], { description: "The cases it adopted, as far as the viewer sees them.", complexity: ({ childComplexity }) => 10 + 3 * childComplexity })
  cases(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<CaseType[]> {
    return casesOf(ctx, source);
  }

  @FieldResolver(() => [ProjectActionState], { description: "What the viewer may do to it now, and why not the rest; every row of the table.", complexity: 5 })
  actions(@Root() { source }: ProjectType, @Ctx() { viewer, language }: Context): ProjectActionState[] {
    return projectActionNames.map((action) => {
      const refusal = whyNotProject(action, source, viewer);
      const { code, message } = refusal ? refusalType(refusal, language) : { code: null, message: null };
      return { action, allowed: refusal === null, code, message };
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether its planned day is over and it is neither struck off nor abandoned." })
  async isOverdue(@Root() project: ProjectType, @Ctx() ctx: Context): Promise<boolean> {
    return isOverdueNow(project, await ctx.now());
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Whom the street named to verify and strike it off; null when nobody.", complexity: 1 })
  inspector(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, source.inspectorId);
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: "The exemplary project it was made from; null when from none, or out of the viewer's scope.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async templateOf(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<ProjectType | null> {
    return source.templateId === null ? null : readProject(ctx, source.templateId);
  }

  @FieldResolver(() => ProjectFiling, { nullable: true, description: "集体研究备案; null before it.", complexity: 5 })
  async filing(@Root() { source: { id, filing } }: ProjectType, @Ctx() ctx: Context): Promise<ProjectFiling | null> {
    if (filing === null) return null;
    const words = await wordsOfProject(ctx, id);
    return { meetingOn: filing.meetingOn, at: filing.at, by: await personOf(ctx, filing.by), words: words.of("STUDY") ?? "" };
  }

  @FieldResolver(() => [ProjectObjection], { description: "Objections, the oldest first.", complexity: 5 })
  async objections(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<ProjectObjection[]> {
    const words = await wordsOfProject(ctx, source.id);
    return source.objections.map((o) => ({ ...o, words: words.of("OBJECTION", o.id) ?? "", answer: words.of("ANSWER", o.id) }));
  }

  @FieldResolver(() => [ProjectInspection], { description: "Monthly inspections, by month.", complexity: 5 })
  async inspections(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<ProjectInspection[]> {
    const words = await wordsOfProject(ctx, source.id);
    const inOrder = source.inspections.toSorted((a, b) => (a.month < b.month ? -1 : 1));
    return Promise.all(inOrder.map(async (i) => ({ ...i, by: await personOf(ctx, i.by), finding: words.of("FINDING", i.id) ?? "", next: words.of("NEXT", i.id) })));
  }

  @FieldResolver(() => [String], { description: "Months, such as 2024-04, on whose last day it was running and whose inspection is not on file though the month is over.", complexity: 1 })
  async missingInspections(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<readonly string[]> {
    return missingInspections(source, localDateOf(await ctx.now()));
  }

  @FieldResolver(() => [ProjectSpending], { description: "What was spent, the oldest first.", complexity: 5 })
  spending(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<ProjectSpending[]> {
    return Promise.all(source.spending.map(async (s) => ({ ...s, by: await personOf(ctx, s.by) })));
  }

  @FieldResolver(() => [ProjectAppraisal], { description: "评项目: the street's appraisals, one a year at most.", complexity: 5 })
  async appraisals(@Root() { source }: ProjectType, @Ctx() ctx: Context): Promise<ProjectAppraisal[]> {
    const words = await wordsOfProject(ctx, source.id);
    return Promise.all(source.appraisals.map(async (a) => ({ ...a, by: await personOf(ctx, a.by), words: words.of("APPRAISAL", a.id) ?? "" })));
  }

  @FieldResolver(() => [ProjectEventType], { description: "What happened, latest first.", complexity: ({ args, childComplexity }) => 5 + Number(args.first) * (childComplexity / 10) })
  async events(@Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number, @Root() { id }: ProjectType, @Ctx() ctx: Context): Promise<ProjectEventType[]> {
    const rows = await run<{ e: ProjectEvent & { readonly id: string } }>(
      ctx.db,
      `select json_build_object('id', id, 'seq', seq, 'type', type, 'payload', payload, 'at', at, 'recordedAt', recorded_at, 'actorId', actor_id) as e
       from event where stream_kind = 'PROJECT' and stream_id = $1 order by seq desc limit $2`,
      [id, checkFirst(first)],
    );
    const words = await wordsOfProject(ctx, id);
    return Promise.all(
      rows.map(async ({ e }) => ({
        id: e.id, seq: e.seq, type: e.type, at: e.at, recordedAt: e.recordedAt, actor: await personOf(ctx, e.actorId), payload: JSON.stringify(e.payload),
        words: wordsOfEvent(e).map(([kind, itemId]) => words.of(kind, itemId)).filter((text) => text !== null).join("\n") || null,
      })),
    );
  }
}
