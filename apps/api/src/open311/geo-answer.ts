import { createRequire } from "node:module";
import type { XMLBuilder } from "fast-xml-parser";
import type { FastifyReply } from "fastify";

export type Format = "json" | "xml";

const types: Record<Format, string> = { json: "application/json; charset=utf-8", xml: "text/xml; charset=utf-8" };
let builder: XMLBuilder | undefined;

/** Few ask for XML: the library is loaded for the first who does. */
function xmlOf(value: unknown): string {
  const load = (): XMLBuilder => new (createRequire(import.meta.url)("fast-xml-parser") as typeof import("fast-xml-parser")).XMLBuilder({ suppressEmptyNode: true });
  return (builder ??= load()).build(asXml(value));
}

/** A file name of GeoReport v2: what is asked for, and how it is to be written. Null when it ends in neither. */
export function readName(file: string): { readonly name: string; readonly format: Format } | null {
  const [, name, format] = /^(.+)\.(json|xml)$/.exec(file) ?? [];
  return name === undefined ? null : { name, format: format as Format };
}

/** What XML 1.0 has no way to write: control characters, half characters, the two that are none. A reader makes one sign of each end of a line (XML 1.0, 2.11): so does this. */
function writable(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

function asXml(value: unknown): unknown {
  if (typeof value === "string") return writable(value);
  if (Array.isArray(value)) return value.map(asXml);
  if (typeof value !== "object" || value === null) return value ?? "";
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asXml(part)]));
}

/** One answer in both of its forms: GeoReport's JSON has lists bare, its XML names each list and each entry of it. */
export interface Answer {
  readonly json: unknown;
  readonly xml: object;
}

/** A list as GeoReport has it: `[…]`, and `<services><service>…</service></services>`. */
export function listed(list: string, entry: string, entries: readonly object[]): Answer {
  return { json: entries, xml: { [list]: { [entry]: entries } } };
}

export function sendAnswer(reply: FastifyReply, format: Format, { json, xml }: Answer, status = 200): FastifyReply {
  const text = format === "json" ? JSON.stringify(json) : `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(xml)}`;
  return reply.code(status).type(types[format]).header("cache-control", "no-store").send(text);
}
