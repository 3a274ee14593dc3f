import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";

/** /departments */
export const departmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/departments",
  component: lazyRouteComponent(() => import("./DepartmentsPage.tsx"), "DepartmentsPage"),
});
