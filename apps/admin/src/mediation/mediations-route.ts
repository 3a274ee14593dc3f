import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flagParam, oneOfParam, present } from "../frame/search-params.ts";
import { frameRoute } from "../frame/root-route.tsx";

/** What the list is narrowed to, as it stands in the address. */
export interface MediationsSearch {
  state?: "OPEN" | "AGREED" | "PERFORMED" | "NOT_REACHED";
  mine?: true;
}

/** /mediations?state=OPEN */
export const mediationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/mediations",
  validateSearch: (found: Record<string, unknown>): MediationsSearch => present({ state: oneOfParam(found, "state", ["OPEN", "AGREED", "PERFORMED", "NOT_REACHED"] as const), mine: flagParam(found, "mine") }),
  component: lazyRouteComponent(() => import("./MediationsPage.tsx"), "MediationsPage"),
});

/** /mediations/0190… */
export const mediationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/mediations/$id",
  component: lazyRouteComponent(() => import("./MediationPage.tsx"), "MediationPage"),
});
