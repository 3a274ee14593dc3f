import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";

export const intakeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/intake",
  component: lazyRouteComponent(() => import("./IntakePage.tsx"), "IntakePage"),
});
