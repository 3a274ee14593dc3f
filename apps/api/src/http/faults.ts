/**
 * What the log may know of an error. Messages of the database and of the ORM quote the statement with its values, and
 * those name residents: of such an error only codes and places in the program are kept.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: "no error", type: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).join("\n");
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const cause = error.cause === undefined ? {} : { cause: faultOf(error.cause) };
  if (isOfDatabase(error, code)) return { name: error.name, code, constraint, table, stack: frames, ...cause };
  return { name: error.name, message: error.message, code, stack: frames, ...cause };
}

function isOfDatabase(error: Error, code: unknown): boolean {
  return (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) || "sqlState" in error || "query" in error || error.name.endsWith("Exception");
}
