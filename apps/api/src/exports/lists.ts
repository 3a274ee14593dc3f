import { boardExport, casesExport } from "./case-export.ts";
import { costsExport } from "./cost-export.ts";
import type { ListExport } from "./list-export.ts";
import { meetingsExport } from "./meeting-export.ts";
import { opinionsExport } from "./opinion-export.ts";
import { peopleExport } from "./people-export.ts";
import { projectsExport } from "./project-export.ts";

/** Every list that leaves as a file, by the name in its address. Mediations do not: nothing of them is for others (People's Mediation Law, art. 15). */
export const listExports = {
  board: boardExport,
  cases: casesExport,
  costs: costsExport,
  meetings: meetingsExport,
  opinions: opinionsExport,
  people: peopleExport,
  projects: projectsExport,
} as const;
export type ExportName = keyof typeof listExports;

/** The list of a name; undefined when there is none. Rows are what its own query answers, so that each list's columns fit them. */
export function listExport(name: string): ListExport | undefined {
  return Object.hasOwn(listExports, name) ? (listExports[name as ExportName] as ListExport) : undefined;
}
