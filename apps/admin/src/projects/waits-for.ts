import { closingMoment } from "@bandeng/domain";
import type { ProjectLineFragment } from "../graphql/graphql.ts";
import type { ProjectWords } from "./project-words.ts";

type Line = Pick<ProjectLineFragment, "state" | "progress" | "openObjections" | "missingInspections" | "publicityUntil" | "nextMilestone">;

/** What comes next in a project, and whether it waits for its secretary or for somebody else. */
export function waitsFor(project: Line, now: number, w: ProjectWords): { isHers: boolean; sentences: readonly string[] } {
  const { state, openObjections, missingInspections, publicityUntil, nextMilestone } = project;
  const isOver = publicityUntil != null && Date.parse(publicityUntil) <= now;
  const due = [
    ...(state === "PUBLICISED" && openObjections > 0 ? [w.waitsObjection] : []),
    ...(state === "PUBLICISED" && isOver && openObjections === 0 ? [w.waitsRun] : []),
    ...(state === "RUNNING" && nextMilestone && Date.parse(closingMoment(nextMilestone.dueOn)) < now ? [w.waitsMilestone] : []),
    ...(missingInspections.length > 0 ? [w.waitsInspection] : []),
    ...(state === "RUNNING" && project.progress === 100 ? [w.waitsRequest] : []),
  ];
  const isHers = due.length > 0 || state === "DRAFT" || state === "RETURNED" || state === "RUNNING";
  return { isHers, sentences: due.length > 0 ? due : [w.waits[state]] };
}
