import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseBehindSearch, parseDashboardSearch } from "./dashboard-search.ts";

/** /dashboard?period=MONTH&asOf=2024-08-26 */
export const dashboardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/dashboard",
  validateSearch: parseDashboardSearch,
  component: lazyRouteComponent(() => import("./DashboardPage.tsx"), "DashboardPage"),
});

/** /dashboard/cases?key=ON_TIME&part=NUM&…: exactly the cases behind a figure. */
export const behindRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/dashboard/cases",
  validateSearch: parseBehindSearch,
  component: lazyRouteComponent(() => import("./BehindPage.tsx"), "BehindPage"),
});
