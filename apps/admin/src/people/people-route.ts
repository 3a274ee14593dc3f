import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parsePeopleSearch } from "./people-search.ts";

/** /people?role=GRID_HEAD&person=… */
export const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/people",
  validateSearch: parsePeopleSearch,
  component: lazyRouteComponent(() => import("./PeoplePage.tsx"), "PeoplePage"),
});
