import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../frame/root-route.tsx";
import { present, textParam } from "../frame/search-params.ts";

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (found) => present({ from: textParam(found, "from") }),
  component: lazyRouteComponent(() => import("./SignInPage.tsx"), "SignInPage"),
});
