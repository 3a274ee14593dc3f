import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const BUCKET = "bandeng";

export interface SmallS3 {
  readonly endpoint: string;
  /** Objects by path, `/bucket/key`. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The next requests are answered with this status, however right they are. */
  failNext(status: number, times: number): void;
  stop(): Promise<void>;
}

/**
 * An S3-compatible service of the three requests we send. It works out each signature by itself, as the documentation of
 * Signature Version 4 says, and refuses what is signed otherwise, what is unsigned, and bytes that are not those signed.
 */
export async function startSmallS3({ accessKey, secretKey, region }: { accessKey: string; secretKey: string; region: string }): Promise<SmallS3> {
  const objects = new Map<string, Buffer>();
  let failing = { status: 500, times: 0 };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const end = (status: number, content = ""): void => void response.writeHead(status, { "content-type": "application/xml" }).end(content);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return end(failing.status, "<Error><Code>InternalError</Code></Error>");
    }
    if (request.headers.authorization !== signatureOf(request, { accessKey, secretKey, region })) return end(403, `<Error><AWSAccessKeyId>${accessKey}</AWSAccessKeyId></Error>`);
    if (request.headers["x-amz-content-sha256"] !== sha256(body)) return end(400);
    const path = request.url ?? "";
    if (!path.startsWith(`/${BUCKET}/`)) return end(404);
    if (request.method === "PUT") {
      objects.set(path, body);
      return end(200);
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return end(204);
    }
    const found = objects.get(path);
    if (found === undefined) return end(404, "<Error><Code>NoSuchKey</Code></Error>");
    response.writeHead(200).end(found);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failNext: (status, times) => void (failing = { status, times }),
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, content: string): Buffer => createHmac("sha256", key).update(content).digest();

/** The header Authorization that a request ought to bear; undefined when it names no signed headers or leaves out one that has to be among them. */
function signatureOf({ headers, method, url = "" }: IncomingMessage, { accessKey, secretKey, region }: { accessKey: string; secretKey: string; region: string }): string | undefined {
  const signed = /SignedHeaders=([a-z0-9;-]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
  const at = String(headers["x-amz-date"] ?? "");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => signed.includes(name))) return undefined;
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const canonical = [method, url, "", ...signed.map((name) => `${name}:${String(headers[name]).trim()}`), "", signed.join(";"), headers["x-amz-content-sha256"]].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [at.slice(0, 8), region, "s3", "aws4_request"].reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretKey}`);
  return `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${signed.join(";")}, Signature=${hmac(key, toSign).toString("hex")}`;
}
