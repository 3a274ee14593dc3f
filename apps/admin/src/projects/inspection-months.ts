import { localDateOf, plusMonths } from "@bandeng/domain";

interface Inspected {
  startedAt?: string | null;
  inspections: readonly { month: string }[];
  missingInspections: readonly string[];
}

/** Every month ("2024-04") from the beginning of the work to the given one, the latest first. */
export function monthsSince(startedAt: string, thisMonth: string): string[] {
  const months: string[] = [];
  for (let month = localDateOf(startedAt).slice(0, 7); month <= thisMonth; month = plusMonths(`${month}-01`, 1).slice(0, 7)) months.unshift(month);
  return months;
}

/** The months an inspection can be recorded for: missing ones first, then this month. */
export function inspectableMonths(project: Inspected, thisMonth: string): string[] {
  const isFiled = project.inspections.some(({ month }) => month === thisMonth);
  return [...project.missingInspections, ...(isFiled || project.missingInspections.includes(thisMonth) ? [] : [thisMonth])];
}
