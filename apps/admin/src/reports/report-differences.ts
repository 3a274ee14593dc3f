/** A figure as the text of a report has it. */
export interface ToldFigure {
  readonly num: number | null;
  readonly den: number | null;
  readonly value: number | null;
  readonly hidden?: boolean;
}

/** A figure that two reports tell differently. `path` leads to it: `indicators`, `CLOSED`. Undefined where one has no such figure. */
export interface ReportDifference {
  readonly path: readonly string[];
  readonly one: ToldFigure | undefined;
  readonly other: ToldFigure | undefined;
}

type Figures = Map<string, { readonly path: readonly string[]; readonly figure: ToldFigure }>;

function figuresOf(value: unknown, path: readonly string[], found: Figures): Figures {
  if (Array.isArray(value)) {
    // Rows are named by their key: one more row moves no other.
    for (const row of value as { key: string }[]) figuresOf(row, [...path, row.key], found);
  } else if (typeof value === "object" && value !== null) {
    if ("num" in value) found.set(path.join("\n"), { path, figure: value as ToldFigure });
    else for (const [key, one] of Object.entries(value)) figuresOf(one, [...path, key], found);
  }
  return found;
}

/** Every figure that two reports tell differently; empty when they are equal but for the day they were made as of. */
export function reportDifferences(one: string, other: string): readonly ReportDifference[] {
  const [a, b] = [figuresOf(JSON.parse(one), [], new Map()), figuresOf(JSON.parse(other), [], new Map())];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [left, right] = [a.get(key), b.get(key)];
    if (JSON.stringify(left?.figure) === JSON.stringify(right?.figure)) return [];
    return [{ path: (left ?? right)?.path ?? [], one: left?.figure, other: right?.figure }];
  });
}
