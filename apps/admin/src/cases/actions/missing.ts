/** The problem of a field that must not be empty; undefined when it is not. */
export function missing(problem: string, value: string | null | readonly unknown[]): string | undefined {
  const isEmpty = typeof value === "string" ? value.trim() === "" : value === null || value.length === 0;
  return isEmpty ? problem : undefined;
}
