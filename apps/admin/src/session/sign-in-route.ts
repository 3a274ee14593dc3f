import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../frame/root-route.tsx";
import { oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What somebody is told at the door: a password was chosen just now; the district's sign-on let them not in. */
const because = ["password-chosen", "sign-on-refused"] as const;

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (found) => present({ from: textParam(found, "from"), because: oneOfParam(found, "because", because) }),
  component: lazyRouteComponent(() => import("./SignInPage.tsx"), "SignInPage"),
});
