import type DataLoader from "dataloader";
import type { Context } from "./context.ts";

/** A batch loader of this request, made when it is first needed. */
export function requestLoader<V>(ctx: Context, name: string, make: () => DataLoader<string, V>): DataLoader<string, V> {
  const known = ctx.loaders.get(name) as DataLoader<string, V> | undefined;
  if (known) return known;
  const made = make();
  ctx.loaders.set(name, made);
  return made;
}
