import { cpus, loadavg, totalmem } from "node:os";
import type { Program } from "./operations.ts";
import type { Sample } from "./measure.ts";

/** What one program came to in one operation with so many clients, at one size. */
export interface Result {
  readonly cases: number;
  readonly operation: string;
  readonly title: string;
  readonly program: Program;
  readonly clients: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds of a request. */
  readonly nodeMs: number;
  readonly postgresMs: number;
  /** Pages of a request; null where they were not counted: they are the same for any number of clients. */
  readonly buffers: number | null;
  readonly residentMb: number;
  /** Requests a second as a share of the limit's in the same rounds. */
  readonly ofLimit: number | null;
}

/** The median round decides: of the rounds the middle one by requests a second. */
export function resultOf(samples: readonly Sample[], about: Pick<Result, "cases" | "operation" | "title" | "program" | "clients" | "buffers" | "residentMb">): Omit<Result, "ofLimit"> {
  const rates = samples.map((s) => s.requests / s.seconds).toSorted((a, b) => a - b);
  const times = samples.flatMap((s) => s.times).toSorted((a, b) => a - b);
  const requests = samples.reduce((n, s) => n + s.requests, 0);
  const each = (ms: (s: Sample) => number): number => samples.reduce((n, s) => n + ms(s), 0) / Math.max(1, requests);
  const at = (q: number): number => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  return { ...about, perSecond: rates[Math.floor(rates.length / 2)] ?? 0, p50: at(0.5), p99: at(0.99), nodeMs: each((s) => s.nodeMs), postgresMs: each((s) => s.postgresMs) };
}

/** Each result with its share of the limit's requests a second. */
export function withShares(results: readonly Omit<Result, "ofLimit">[]): Result[] {
  return results.map((r) => {
    const limit = results.find((l) => l.program === "limit" && l.cases === r.cases && l.operation === r.operation && l.clients === r.clients);
    return { ...r, ofLimit: limit && limit.perSecond > 0 ? r.perSecond / limit.perSecond : null };
  });
}

const header = ["operation", "program", "clients", "req/s", "of limit", "p50 ms", "p99 ms", "node ms", "pg ms", "buffers", "RSS MB"];

/** The table of one size, a line each; with `bars` as Markdown. */
export function tableOf(results: readonly Result[], bars = false): string[] {
  const lines = results.map((r) => [
    r.title, r.program, String(r.clients), r.perSecond.toFixed(0), r.ofLimit?.toFixed(2) ?? "–", r.p50.toFixed(1), r.p99.toFixed(1), r.nodeMs.toFixed(2), r.postgresMs.toFixed(2), r.buffers?.toFixed(0) ?? "", r.residentMb.toFixed(0),
  ]);
  if (bars) return [header, header.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  const widths = header.map((name, i) => Math.max(name.length, ...lines.map((cells) => (cells[i] ?? "").length)));
  return [header, ...lines].map((cells) => cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "));
}

/** How much more a request of the server as shipped costs in the largest town than in the smallest, beside the same of the limit. */
export function growthOf(results: readonly Result[]): string[] {
  const sizes = [...new Set(results.map((r) => r.cases))].toSorted((a, b) => a - b);
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === large || small === undefined) return [];
  const cpu = (r: Result): number => r.nodeMs + r.postgresMs;
  const find = (r: Result, program: Program, cases: number | undefined): Result | undefined => results.find((o) => o.cases === cases && o.operation === r.operation && o.program === program && o.clients === r.clients);
  const middle = results.filter((r) => r.cases === small && r.program === "ours" && r.clients === 16);
  return middle.flatMap((r) => {
    const [big, limitSmall, limitBig] = [find(r, "ours", large), find(r, "limit", small), find(r, "limit", large)];
    if (!big || !limitSmall || !limitBig) return [];
    return [`${r.title.padEnd(32)} CPU x${(cpu(big) / cpu(r)).toFixed(2)} (limit x${(cpu(limitBig) / cpu(limitSmall)).toFixed(2)}), buffers ${r.buffers?.toFixed(0) ?? "?"} → ${big.buffers?.toFixed(0) ?? "?"}`];
  });
}

/** What it was measured on. */
export function machine(): Record<string, string | number> {
  return { at: new Date().toISOString(), cores: cpus().length, cpu: cpus()[0]?.model ?? "", memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, load: Number((loadavg()[0] ?? 0).toFixed(1)) };
}
