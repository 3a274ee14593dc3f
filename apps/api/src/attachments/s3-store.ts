import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import { checkStoreKey, type AttachmentStore } from "./attachment-store.ts";

export interface S3Settings {
  /** Where the service answers, such as https://oss-cn-hangzhou.example.cn; the bucket follows as the first part of the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

const TIMEOUT_MS = 30_000;
/** Beyond the first try; a person waits for the answer. */
const RETRIES = 2;

/** A bucket of an S3-compatible service, addressed by path. Each request is signed together with a hash of its bytes. */
export function s3Store({ endpoint, bucket, accessKey, secretKey, region }: S3Settings): AttachmentStore {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, service: "s3", region, retries: RETRIES });
  const send = async (method: "PUT" | "GET" | "DELETE", key: string, body?: Uint8Array, mediaType?: string): Promise<Response> => {
    const url = `${endpoint}/${bucket}/${checkStoreKey(key)}`;
    const hash = createHash("sha256").update(body ?? "").digest("hex");
    const headers = { "x-amz-content-sha256": hash, ...(mediaType !== undefined && { "content-type": mediaType }) };
    const content = body === undefined ? {} : { body: new Uint8Array(body) };
    // A redirection would take the signed request, and the bytes with it, to somebody who was never named.
    return client.fetch(url, { method, headers, ...content, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
  };
  return {
    async put(key, bytes, mediaType) {
      await expectOk(await send("PUT", key, bytes, mediaType));
    },
    async get(key) {
      const response = await send("GET", key);
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      await expectOk(response, false);
      return response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as ReadableStream);
    },
    async remove(key) {
      const response = await send("DELETE", key);
      if (response.status === 404) await response.body?.cancel();
      else await expectOk(response);
    },
  };
}

/** The body of an error is not read: it names the bucket and the key of the account. */
async function expectOk(response: Response, isDone = true): Promise<void> {
  if (isDone || !response.ok) await response.body?.cancel();
  if (!response.ok) throw new Error(`the file store answered ${response.status}`);
}
