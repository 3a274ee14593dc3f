import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseSettingsSearch } from "./settings-search.ts";

/** /settings?tab=roles&role=CLERK */
export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings",
  validateSearch: parseSettingsSearch,
  component: lazyRouteComponent(() => import("./SettingsPage.tsx"), "SettingsPage"),
});
