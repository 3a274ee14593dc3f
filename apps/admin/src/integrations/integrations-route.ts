import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseIntegrationsSearch, parseLogSearch } from "./integrations-search.ts";

/** /integrations?tab=webhooks */
export const integrationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/integrations",
  validateSearch: parseIntegrationsSearch,
  component: lazyRouteComponent(() => import("./IntegrationsPage.tsx"), "IntegrationsPage"),
});

/** /integrations/webhooks/<id>?failed=1: one webhook with its delivery log. */
export const webhookRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/integrations/webhooks/$webhookId",
  validateSearch: parseLogSearch,
  component: lazyRouteComponent(() => import("./WebhookPage.tsx"), "WebhookPage"),
});
