import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute, rootRoute } from "../frame/root-route.tsx";
import { parsePointsSearch } from "./points-search.ts";

/** /points?tab=days&month=2024-05 */
export const pointsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/points",
  validateSearch: parsePointsSearch,
  component: lazyRouteComponent(() => import("./PointsPage.tsx"), "PointsPage"),
});

/** /points/<id>/poster and /points/<id>/slips: what is printed for one point. */
export const pointSheetRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/points/$pointId/$sheet",
  component: lazyRouteComponent(() => import("./PointSheetPage.tsx"), "PointSheetPage"),
});

/** /p/<code>: where the poster's QR code leads, for everybody. */
export const publicPointRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/p/$code",
  component: lazyRouteComponent(() => import("./PublicPointPage.tsx"), "PublicPointPage"),
});
