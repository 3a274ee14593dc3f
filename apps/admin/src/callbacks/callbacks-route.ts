import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { present, textParam } from "../frame/search-params.ts";

export interface CallbacksSearch {
  /** "all": also those that somebody else has to call. */
  readonly show?: "all";
  /** The case whose drawer is open. */
  readonly case?: string;
}

/** /callbacks?show=all: 待回访, one respondent after the other. */
export const callbacksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/callbacks",
  validateSearch: (found): CallbacksSearch => present({ show: textParam(found, "show") === "all" ? ("all" as const) : undefined, case: textParam(found, "case") }),
  component: lazyRouteComponent(() => import("./CallbacksPage.tsx"), "CallbacksPage"),
});
