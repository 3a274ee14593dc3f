import { mayIn, type Viewer } from "@bandeng/domain";

/** Where somebody may bring meetings about: by the right, or as convener of a council; the widest areas first. */
export function convenableAreas(viewer: Viewer, own: readonly string[]): readonly string[] {
  const areas = [...own.filter((area) => area.length >= 12 && mayIn(viewer, "CONVENE_MEETINGS", area)), ...(viewer.convenes ?? [])];
  return [...new Set(areas)].toSorted((a, b) => a.length - b.length || a.localeCompare(b));
}
