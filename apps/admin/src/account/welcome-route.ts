import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../frame/root-route.tsx";

/** /welcome#<token>: the link by which somebody chooses a password, for the first time or anew. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(() => import("./WelcomePage.tsx"), "WelcomePage"),
});
