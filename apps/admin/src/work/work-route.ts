import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";

/** 我的待办: the home of those who work with a phone in the hand. */
export const workRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/work",
  component: lazyRouteComponent(() => import("./WorkPage.tsx"), "WorkPage"),
});
