import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute, rootRoute } from "../frame/root-route.tsx";
import { parsePublicationsSearch } from "./publications-search.ts";

/** /publications?show=waiting */
export const publicationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/publications",
  validateSearch: parsePublicationsSearch,
  component: lazyRouteComponent(() => import("./PublicationsPage.tsx"), "PublicationsPage"),
});

/** /notices/<community>: the public board, for everybody. */
export const publicBoardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/notices/$community",
  component: lazyRouteComponent(() => import("./PublicBoardPage.tsx"), "PublicBoardPage"),
});

/** /notices/<community>/<id>: one of what hangs there. */
export const publicNoticeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/notices/$community/$id",
  component: lazyRouteComponent(() => import("./PublicNoticePage.tsx"), "PublicNoticePage"),
});
