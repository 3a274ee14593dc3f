import { createHash } from "node:crypto";

/** A UUID that a name always gets: the world is the same in every run. */
export function v7(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `018f0000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

export const eventIdOf = (stream: string, seq: number): string => v7(`event:${stream}:${seq}`);
