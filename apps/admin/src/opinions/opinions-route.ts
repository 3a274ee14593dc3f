import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseOpinionSearch } from "./opinion-search.ts";

/** /opinions?tab=all&channel=POINT&case=… */
export const opinionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/opinions",
  validateSearch: parseOpinionSearch,
  component: lazyRouteComponent(() => import("./OpinionsPage.tsx"), "OpinionsPage"),
});
