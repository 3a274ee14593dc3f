// The package brings no types. Only what the bench uses.
declare module "pg-copy-streams" {
  import type { Submittable } from "pg";
  import type { Writable } from "node:stream";

  /** `copy … from stdin` as a stream to write lines to. */
  export function from(statement: string): Writable & Submittable;
}
