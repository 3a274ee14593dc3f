import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseBoardSearch } from "./board-search.ts";

export const boardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/",
  validateSearch: parseBoardSearch,
  component: lazyRouteComponent(() => import("./BoardPage.tsx"), "BoardPage"),
});
