import { createRoute, createRouter, lazyRouteComponent, type RouterHistory } from "@tanstack/react-router";
import { accountRoute } from "./account/account-route.ts";
import { welcomeRoute } from "./account/welcome-route.ts";
import { auditRoute } from "./audit/audit-route.ts";
import { boardRoute } from "./board/board-route.ts";
import { callbacksRoute } from "./callbacks/callbacks-route.ts";
import { caseRoute } from "./cases/case-route.ts";
import { costRoute, costsRoute, doorsRoute } from "./costs/costs-route.ts";
import { behindRoute, dashboardRoute } from "./dashboard/dashboard-route.ts";
import { departmentsRoute } from "./departments/departments-route.ts";
import { frameRoute, PageFailed, PagePending, rootRoute } from "./frame/root-route.tsx";
import { parseSearch, stringifySearch } from "./frame/search-params.ts";
import { integrationsRoute, webhookRoute } from "./integrations/integrations-route.ts";
import { importsRoute } from "./imports/imports-route.ts";
import { inboxRoute } from "./inbox/inbox-route.ts";
import { intakeRoute } from "./intake/intake-route.ts";
import { mediationRoute, mediationsRoute } from "./mediation/mediations-route.ts";
import { opinionsRoute } from "./opinions/opinions-route.ts";
import { meetingsRoute, minutesRoute, roomRoute, signSheetRoute } from "./meetings/meetings-route.ts";
import { sitRoute } from "./meetings/sit/sit-route.ts";
import { peopleRoute } from "./people/people-route.ts";
import { pointSheetRoute, pointsRoute, publicPointRoute } from "./points/points-route.ts";
import { slipEntryRoute, slipRoute } from "./slip/slip-route.ts";
import { publicBoardRoute, publicNoticeRoute, publicationsRoute } from "./publications/publications-route.ts";
import { projectRoute, projectsRoute, projectStoryRoute } from "./projects/projects-route.ts";
import { reportsRoute } from "./reports/reports-route.ts";
import { settingsRoute } from "./settings/settings-route.ts";
import { signInRoute } from "./session/sign-in-route.ts";
import { workRoute } from "./work/work-route.ts";

/*
 * A page is a route file in its feature's folder (src/board/board-route.ts):
 *
 *   export const boardRoute = createRoute({
 *     getParentRoute: () => frameRoute,               // rootRoute for a page without the frame
 *     path: "/",
 *     validateSearch: (found) => present({ q: textParam(found, "q"), grids: listParam(found, "grid") }),
 *     component: lazyRouteComponent(() => import("./BoardPage.tsx"), "BoardPage"),
 *   });
 *
 * and one line below; its place in the navigation is a line of frame/navigation.ts.
 */
const galleryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/gallery",
  component: lazyRouteComponent(() => import("./gallery/GalleryPage.tsx"), "GalleryPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  sitRoute,
  welcomeRoute,
  publicPointRoute,
  publicBoardRoute,
  publicNoticeRoute,
  slipEntryRoute,
  slipRoute,
  frameRoute.addChildren([publicationsRoute, boardRoute, workRoute, intakeRoute, caseRoute, callbacksRoute, opinionsRoute, mediationsRoute, mediationRoute, costsRoute, costRoute, doorsRoute, projectsRoute, projectRoute, projectStoryRoute, meetingsRoute, roomRoute, minutesRoute, signSheetRoute, peopleRoute, departmentsRoute, dashboardRoute, behindRoute, reportsRoute, pointsRoute, pointSheetRoute, settingsRoute, auditRoute, integrationsRoute, webhookRoute, importsRoute, inboxRoute, accountRoute, galleryRoute]),
]);

/** The router; tests give it a history of their own. */
export function makeRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history ? { history } : {}),
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 150,
    defaultErrorComponent: PageFailed,
    defaultPendingComponent: PagePending,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
