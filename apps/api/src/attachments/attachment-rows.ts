import type { AttachmentKind, AttachmentStage, Instant, Role, Viewer } from "@bandeng/domain";
import { caseScope } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

/** A row of `attachment`. */
export interface AttachmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: AttachmentKind;
  readonly stage: AttachmentStage | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of photos, in pixels; null for the others. */
  readonly width: number | null;
  readonly height: number | null;
  /** SHA-256 of what is stored, in hexadecimal. */
  readonly sha256: string;
  readonly storeKey: string;
  /** Null for what is no photo. */
  readonly thumbnailKey: string | null;
  readonly takenAt: Instant | null;
  readonly addedBy: string;
  /** The role it was added in: one role above it may remove it. */
  readonly addedAs: Role;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

const COLUMNS = `a.id, a.case_id as "caseId", a.kind, a.stage, a.name, a.media_type as "mediaType", a.bytes, a.width, a.height, encode(a.sha256, 'hex') as sha256,
  a.store_key as "storeKey", a.thumbnail_key as "thumbnailKey", a.taken_at as "takenAt", a.added_by as "addedBy", a.added_as as "addedAs", a.added_at as "addedAt",
  a.removed_at as "removedAt"`;

type Found = AttachmentRow & Record<string, unknown>;

/** What is kept with cases, those the viewer sees whole, in the order in which it was taken or added. */
export async function readAttachments(runner: Runner, viewer: Viewer, caseIds: readonly string[]): Promise<AttachmentRow[]> {
  const q = new Statement();
  const wanted = q.bind(caseIds, "uuid[]");
  const { visible, whole } = caseScope(q, viewer);
  return q.run<Found>(
    runner,
    `select ${COLUMNS} from attachment a join cases c on c.id = a.case_id
     where a.case_id = any(${wanted}) and a.removed_at is null and ${visible} and ${whole} order by coalesce(a.taken_at, a.added_at), a.id`,
  );
}

/** One attachment, as long as its case is one that the viewer sees whole; a removed one is given too. */
export async function readAttachment(runner: Runner, viewer: Viewer, id: string): Promise<AttachmentRow | null> {
  const q = new Statement();
  const wanted = q.bind(id, "uuid");
  const { visible, whole } = caseScope(q, viewer);
  const [row] = await q.run<Found>(runner, `select ${COLUMNS} from attachment a join cases c on c.id = a.case_id where a.id = ${wanted} and ${visible} and ${whole}`);
  return row ?? null;
}

/** How many a case carries. */
export async function countAttachments(runner: Runner, caseId: string): Promise<number> {
  const [row] = await run<{ present: number }>(runner, "select count(*)::int as present from attachment where case_id = $1 and removed_at is null", [caseId]);
  return row?.present ?? 0;
}

export async function insertAttachment(runner: Runner, a: Omit<AttachmentRow, "removedAt"> & { readonly areaNo: number }): Promise<void> {
  await run(
    runner,
    `insert into attachment (id, case_id, area_no, kind, stage, name, media_type, bytes, width, height, sha256, store_key, thumbnail_key, taken_at, added_by, added_as, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12, $13, $14, $15, $16, $17)`,
    [
      a.id, a.caseId, a.areaNo, a.kind, a.stage, a.name, a.mediaType, a.bytes, a.width, a.height, a.sha256, a.storeKey, a.thumbnailKey, a.takenAt, a.addedBy, a.addedAs,
      a.addedAt,
    ],
  );
}

/** Whether there is such an attachment of the case, and it was not removed. */
export async function isAttached(runner: Runner, id: string, caseId: string): Promise<boolean> {
  return isUuid(id) && (await run(runner, "select 1 from attachment where id = $1 and case_id = $2 and removed_at is null", [id, caseId])).length > 0;
}

/** Marks it as removed; its bytes go once that is committed. */
export async function markRemoved(runner: Runner, id: string, at: Instant): Promise<void> {
  await run(runner, "update attachment set removed_at = $2 where id = $1 and removed_at is null", [id, at]);
}
