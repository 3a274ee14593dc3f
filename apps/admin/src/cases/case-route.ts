import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";

/** /cases/340802001007-2024-0001, or the case's id. */
export const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/cases/$no",
  component: lazyRouteComponent(() => import("./CasePage.tsx"), "CasePage"),
});
