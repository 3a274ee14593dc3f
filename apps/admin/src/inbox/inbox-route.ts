import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseInboxSearch } from "./inbox-search.ts";

/** /inbox?show=unread&topic=DUE */
export const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/inbox",
  validateSearch: parseInboxSearch,
  component: lazyRouteComponent(() => import("./InboxPage.tsx"), "InboxPage"),
});
