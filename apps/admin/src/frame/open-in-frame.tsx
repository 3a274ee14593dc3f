import { createMemoryHistory, createRoute, createRouter, type RouteComponent, RouterProvider } from "@tanstack/react-router";
import { render } from "vitest-browser-react";
import type { Language } from "../words/language.ts";
import { LanguageProvider } from "../words/useWords.tsx";
import { frameRoute, rootRoute } from "./root-route.tsx";
import { parseSearch, stringifySearch } from "./search-params.ts";
import { type FrameSlots, Slots } from "./slots.ts";

/** For tests: the real frame around pages of the test's own, without the session and the features that the product has. */
export async function openInFrame(
  pages: Record<string, RouteComponent>,
  path: string,
  given: { language?: Language; slots?: FrameSlots } = {},
) {
  const routes = Object.entries(pages).map(([at, component]) => createRoute({ getParentRoute: () => frameRoute, path: at, component }));
  const router = createRouter({
    routeTree: rootRoute.addChildren([frameRoute.addChildren(routes)]),
    history: createMemoryHistory({ initialEntries: [path] }),
    parseSearch,
    stringifySearch,
  });
  await render(
    <LanguageProvider {...(given.language ? { language: given.language } : {})}>
      <Slots value={given.slots ?? {}}>
        <RouterProvider router={router} />
      </Slots>
    </LanguageProvider>,
  );
  return router;
}
