import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";

/** /imports */
export const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/imports",
  component: lazyRouteComponent(() => import("./ImportsPage.tsx"), "ImportsPage"),
});
