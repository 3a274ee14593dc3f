import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { oneOfParam, present } from "../frame/search-params.ts";
import { type CostPlanSearch, parseCostsSearch, planTabs } from "./costs-search.ts";

/** /costs?state=COLLECTING&overdue=1, /costs?tab=contractors */
export const costsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/costs",
  validateSearch: parseCostsSearch,
  component: lazyRouteComponent(() => import("./CostsPage.tsx"), "CostsPage"),
});

/** /costs/0190…?tab=shares */
export const costRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/costs/$id",
  validateSearch: (found: Record<string, unknown>): CostPlanSearch => present({ tab: oneOfParam(found, "tab", planTabs) }),
  component: lazyRouteComponent(() => import("./CostPage.tsx"), "CostPage"),
});

/** /costs/0190…/doors: what is carried from door to door. */
export const doorsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/costs/$id/doors",
  component: lazyRouteComponent(() => import("./DoorsPage.tsx"), "DoorsPage"),
});
