import { createHmac, timingSafeEqual } from "node:crypto";

/** Names of cookies begin with it. */
export const COOKIE_PREFIX = "bandeng";

/** The cookie that the sign-in sets (sign-in-library.ts says so too, and looks that it is the same). */
export function sessionCookieName(baseUrl: string): string {
  return `${baseUrl.startsWith("https:") ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`;
}

/**
 * The session token out of a Cookie header, or null when there is none or its signature is not ours. The database holds
 * tokens without the signature, so a copy of the database opens no session.
 */
export function sessionTokenOf(cookieHeader: string | undefined, name: string, secret: string): string | null {
  const value = cookieValue(cookieHeader, name);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const ours = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null;
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null; // a broken escape is no cookie of ours
    }
  }
  return null;
}
