import { randomBytes } from "node:crypto";
import { ServerResponse, STATUS_CODES, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { uuidv7 } from "uuidv7";

/** React Aria writes one constant style into the page (how a pressed element takes touches): that text, and no other. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** The page as Vite builds it: nothing else inline, nothing from elsewhere. */
const PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${REACT_ARIA_STYLE}`,
  "img-src 'self' data: blob:",
  // A sound note is heard before it is sent.
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * The explorer is made elsewhere: it runs workers from blobs, and its options and the styles it makes bear the
 * nonce of the page they are in (http/explorer.ts). It still reaches nobody but us.
 */
const explorerPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

const HSTS = "strict-transport-security";
const STRICT = "max-age=31536000; includeSubDomains";

function securityHeaders(baseUrl: string): Record<string, string> {
  return {
    "content-security-policy": PAGE,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // The microphone is the page's own, for sound notes; photos come through the device's camera program, which no policy is about.
    "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=()",
    ...(baseUrl.startsWith("https:") && { [HSTS]: STRICT }),
  };
}

/** The kind of answer Node makes for every request, those that fastify or Node itself refuse included. */
export function secureResponse(baseUrl: string): typeof ServerResponse {
  const headers = Object.entries(securityHeaders(baseUrl));
  return class<Request extends IncomingMessage> extends ServerResponse<Request> {
    constructor(request: Request) {
      super(request);
      for (const [name, value] of headers) this.setHeader(name, value);
    }
  };
}

/** What depends on the request: its number, and HSTS where a trusted proxy says that the client came over https. */
export function identify(request: Pick<FastifyRequest, "id" | "protocol">, reply: FastifyReply): void {
  void reply.header("x-request-id", request.id);
  if (request.protocol === "https") void reply.header(HSTS, STRICT);
}

/** Lets the explorer do what it must, and returns the nonce that what it writes into the page has to bear. */
export function allowExplorer(reply: FastifyReply): string {
  const nonce = randomBytes(18).toString("base64url");
  void reply.headers({ "content-security-policy": explorerPolicy(nonce), "x-frame-options": "SAMEORIGIN" });
  return nonce;
}

const STATUS_OF_FAULT: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** The answer to what is not even HTTP: no request was made of it, so it is written to the connection by hand. */
export function answerMalformed({ code = "" }: Error & { code?: string }, socket: Socket, baseUrl: string): void {
  if (code === "ECONNRESET" || socket.destroyed) return;
  const status = STATUS_OF_FAULT[code] ?? 400;
  const id = uuidv7();
  const body = JSON.stringify({ errors: [{ message: "请求内容不正确 · The request is not right", extensions: { code: "BAD_USER_INPUT", requestId: id } }] });
  const headers = { ...securityHeaders(baseUrl), "x-request-id": id, "content-type": "application/json; charset=utf-8", "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${body}`);
  else socket.destroy();
}
