import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../frame/root-route.tsx";
import { parseMeetingsSearch, parseRoomSearch } from "./meetings-search.ts";

/** /meetings?view=week&day=2026-11-23 */
export const meetingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/meetings",
  validateSearch: parseMeetingsSearch,
  component: lazyRouteComponent(() => import("./MeetingsPage.tsx"), "MeetingsPage"),
});

/** /meetings/<id>: the room. */
export const roomRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/meetings/$id",
  validateSearch: parseRoomSearch,
  component: lazyRouteComponent(() => import("./room/RoomPage.tsx"), "RoomPage"),
});

/** /meetings/<id>/minutes: to print and sign. */
export const minutesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/meetings/$id/minutes",
  component: lazyRouteComponent(() => import("./minutes/MinutesPage.tsx"), "MinutesPage"),
});

/** /meetings/<id>/sheet: the paper sheet to sign in on, and the code for the door. */
export const signSheetRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/meetings/$id/sheet",
  component: lazyRouteComponent(() => import("./minutes/SignSheetPage.tsx"), "SignSheetPage"),
});
