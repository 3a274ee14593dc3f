import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import type { TestCommunity, Username } from "./community.ts";

/** What is sent as a file. */
export interface Sent {
  readonly bytes: Buffer;
  readonly type: string;
  readonly kind: string;
  readonly stage: string;
  readonly name: string;
  /** The Idempotency-Key; none is sent when empty. */
  readonly key: string;
  readonly headers: Record<string, string>;
  /** In pieces, without saying how much it will be. */
  readonly streamed: boolean;
}

export interface UploadAnswer {
  readonly status: number;
  readonly id?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Sends a file to a case as somebody with an account, or as nobody; a photo in JPEG unless said otherwise. */
export async function upload(api: TestCommunity, as: Username | null, caseId: string, sent: Partial<Sent>): Promise<UploadAnswer> {
  const { bytes = Buffer.alloc(0), type = "image/jpeg", kind = "PHOTO", stage, name = "photo.jpg", key = uuidv7(), headers = {}, streamed = false } = sent;
  const query = new URLSearchParams({ kind, name, ...(stage !== undefined && { stage }) });
  const response = await api.fetch(`/api/cases/${caseId}/attachments?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": type, ...(key !== "" && { "idempotency-key": key }), ...(as !== null && { cookie: await api.signIn(as) }), ...headers },
    ...(streamed ? { body: Readable.toWeb(Readable.from(pieces(bytes))) as ReadableStream, duplex: "half" } : { body: new Uint8Array(bytes) }),
  });
  const { id, code, message } = (await response.json()) as Omit<UploadAnswer, "status">;
  return { status: response.status, ...(id !== undefined && { id }), ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

export interface ShownAttachment {
  readonly id: string;
  readonly name: string;
  readonly takenAt: string | null;
  readonly removable: boolean;
  readonly width: number | null;
}

/** What somebody sees of a case's attachments; nothing where the case does not exist for them. */
export async function filesOf(api: TestCommunity, as: Username, caseId: string): Promise<readonly ShownAttachment[]> {
  const { data, errors } = await api.graphql(
    `query ($id: ID!) { case(id: $id) { attachments { id kind stage name mediaType bytes width height takenAt addedAt addedBy { id name } removable url thumbnailUrl } } }`,
    { id: caseId },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.case?.attachments ?? [];
}
