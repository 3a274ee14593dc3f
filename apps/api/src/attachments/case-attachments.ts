import { whyNotRemove } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { readAttachments, type AttachmentRow } from "./attachment-rows.ts";
import { AttachmentType } from "./attachment-type.ts";
import { CaseType } from "../cases/case-type.ts";
import type { Context } from "../http/context.ts";
import { personLoader } from "../people/person-loader.ts";

/** Addresses under which the routes of download-routes.ts answer. */
const urlOf = (id: string): string => `/api/attachments/${id}`;

interface Loaders {
  readonly byCase: DataLoader<string, AttachmentRow[]>;
  readonly people: ReturnType<typeof personLoader>;
}

/** The loaders of this request: a list of cases asks once for all of them. */
function loadersOf(ctx: Context): Loaders {
  const known = ctx.loaders.get("attachments") as Loaders | undefined;
  if (known) return known;
  const byCase = new DataLoader(async (ids: readonly string[]) => {
    const rows = await readAttachments(ctx.db, ctx.viewer, ids);
    return ids.map((id) => rows.filter((row) => row.caseId === id));
  });
  const made = { byCase, people: personLoader(ctx.db, ctx.viewer) };
  ctx.loaders.set("attachments", made);
  return made;
}

/** What is kept with a case, the oldest first; nothing of a case that is not seen whole. */
export async function attachmentsOf(ctx: Context, c: CaseType): Promise<AttachmentType[]> {
  if (c.visibility !== "WHOLE") return [];
  const { byCase, people } = loadersOf(ctx);
  const [rows, now] = await Promise.all([byCase.load(c.id), ctx.now()]);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      stage: row.stage,
      name: row.name,
      mediaType: row.mediaType,
      bytes: row.bytes,
      width: row.width,
      height: row.height,
      takenAt: row.takenAt,
      addedAt: row.addedAt,
      addedBy: await people.load(row.addedBy),
      removable: whyNotRemove(c.source.card, row, { viewer: ctx.viewer, now }) === null,
      url: urlOf(row.id),
      thumbnailUrl: row.thumbnailKey === null ? null : `${urlOf(row.id)}/thumbnail`,
    })),
  );
}

@Resolver(() => CaseType)
export class CaseAttachments {
  @FieldResolver(() => [AttachmentType], { description: "Photos, recordings and papers, the oldest first, at most 60; empty when masked.", complexity: ({ childComplexity }) => 10 + childComplexity })
  attachments(@Root() c: CaseType, @Ctx() ctx: Context): Promise<AttachmentType[]> {
    return attachmentsOf(ctx, c);
  }
}
