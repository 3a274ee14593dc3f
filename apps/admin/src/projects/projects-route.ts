import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseProjectsSearch } from "./projects-search.ts";

/** /projects?year=2026&state=RUNNING, /projects?tab=duty */
export const projectsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/projects",
  validateSearch: parseProjectsSearch,
  component: lazyRouteComponent(() => import("./ProjectsPage.tsx"), "ProjectsPage"),
});

/** /projects/0190… */
export const projectRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/projects/$id",
  component: lazyRouteComponent(() => import("./ProjectPage.tsx"), "ProjectPage"),
});

/** /projects/0190…/story: what may be hung up of a project that was struck off. */
export const projectStoryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/projects/$id/story",
  component: lazyRouteComponent(() => import("./story/StoryPage.tsx"), "StoryPage"),
});
