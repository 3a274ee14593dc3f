import type { FastifyInstance } from "fastify";

/** React Aria writes one constant style into the page (how a pressed element takes touches): that text, and no other. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** The page as Vite builds it: nothing else inline, nothing from elsewhere. */
const PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${REACT_ARIA_STYLE}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The explorer is made elsewhere: it writes styles inline and runs workers from blobs. It still reaches nobody but us. */
const EXPLORER = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** On every answer, whatever it is. */
export function mountSecurityHeaders(app: FastifyInstance, baseUrl: string): void {
  const isSecure = baseUrl.startsWith("https:");
  app.addHook("onRequest", (request, reply, done) => {
    const isExplorer = request.url.startsWith("/explorer");
    void reply.headers({
      "x-request-id": request.id,
      "content-security-policy": isExplorer ? EXPLORER : PAGE,
      "x-content-type-options": "nosniff",
      "x-frame-options": isExplorer ? "SAMEORIGIN" : "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
      ...(isSecure && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
    });
    done();
  });
}
