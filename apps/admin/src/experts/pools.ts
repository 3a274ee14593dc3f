import { areasOfRight, type Viewer } from "../session/viewer.ts";

/** The communities whose pools somebody reads, or what is above them: a grid has no pool of its own. */
export function poolsOf(viewer: Viewer): string[] {
  return [...new Set(areasOfRight(viewer, "READ_TALENT_POOL").map((code) => code.slice(0, 12)))];
}
