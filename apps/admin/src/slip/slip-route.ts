import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../frame/root-route.tsx";

/** /s: where one types the code of a slip. */
export const slipEntryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/s",
  component: lazyRouteComponent(() => import("./SlipEntryPage.tsx"), "SlipEntryPage"),
});

/** /s/<code>: where the QR code of a slip leads, for everybody who has it in hand. */
export const slipRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/s/$code",
  component: lazyRouteComponent(() => import("./SlipPage.tsx"), "SlipPage"),
});
