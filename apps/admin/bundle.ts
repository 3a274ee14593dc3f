import type { Rolldown } from "vite";

/** Modules of which a page needs a part only: the bundler knows which, and keeps them apart by itself. */
const partlyTaken = /\/packages\/domain\/|\/node_modules\/(?:@internationalized|react-aria|react-stately)/;

/** What every page needs: everything that `src/main.tsx` imports, and what that imports, without what is fetched later. */
function reachedFrom(entry: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id) || partlyTaken.test(id)) continue;
    reached.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/**
 * One file of what every page needs. Left alone the bundler makes a file of each set of pages that share a module: 60 for the
 * first view, each packed without what the others know (5 % more bytes) and each asked for.
 */
export function frameGroup(entry: string): Rolldown.CodeSplittingGroup {
  let frame: ReadonlySet<string> | undefined;
  return {
    debugName: "frame",
    name: (id, context) => {
      frame ??= reachedFrom(entry, context);
      // Before the frame is read: with what it needs to fetch a page.
      if (id.endsWith("/src/begin.ts") || id.includes("vite/preload-helper")) return "begin";
      return frame.has(id) && !id.endsWith(".css") ? "frame" : null;
    },
  };
}

/**
 * Which files are asked for ahead with a page's own. The lists of all pages would be 7 KB gz of names in the first view: the
 * home pages have theirs, the others find their files when they are read. Styles must be there first, always.
 */
export function aheadOf(file: string, needed: string[], { hostType }: { hostType: "html" | "js" }): string[] {
  const isHome = hostType === "html" || /\/(?:BoardPage|WorkPage|SignInPage)-/.test(file);
  return isHome ? needed : needed.filter((one) => one.endsWith(".css"));
}
