import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** /sit#<code>: where neighbours at a bench sign in by themselves, without an account. */
export const sitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sit",
  component: lazyRouteComponent(() => import("./SitPage.tsx"), "SitPage"),
});
