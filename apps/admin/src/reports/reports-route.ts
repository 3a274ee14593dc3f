import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseReportsSearch } from "./reports-search.ts";

/** /reports?month=2024-08&asOf=2024-08-31 */
export const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/reports",
  validateSearch: parseReportsSearch,
  component: lazyRouteComponent(() => import("./ReportsPage.tsx"), "ReportsPage"),
});
