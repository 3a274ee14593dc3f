import type { Right } from "@bandeng/domain";
import type { LinkProps } from "@tanstack/react-router";
import { useContext } from "react";
import { worksOutside } from "../session/home.ts";
import { ViewerContext } from "../session/viewer.ts";
import type { IconName } from "../ui/icon-paths.ts";
import type { Words } from "../words/useWords.tsx";

export interface NavigationItem {
  /** A route of routes.tsx: a misspelt one does not compile. */
  to: NonNullable<LinkProps["to"]>;
  name: keyof Words["pages"];
  icon: IconName;
  /** Shown only to whoever holds this right, or one of these, somewhere; to everybody when not given. The server decides what the page holds. */
  right?: Right | readonly Right[];
}

/**
 * The side navigation, in order. On phones the first four stand in the bottom bar and the others behind 更多.
 * To add a page: one line here, and its name in words/zh/pages.ts and words/en/pages.ts.
 */
const navigation: readonly NavigationItem[] = [
  { to: "/", name: "board", icon: "board" },
  { to: "/work", name: "myWork", icon: "todo" },
  { to: "/intake", name: "intake", icon: "edit" },
  { to: "/callbacks", name: "callbacks", icon: "phone", right: "READ_CASES" },
  { to: "/opinions", name: "opinions", icon: "message", right: "READ_CASES" },
  { to: "/mediations", name: "mediations", icon: "scales", right: "READ_DISPUTES" },
  { to: "/projects", name: "projects", icon: "star", right: "READ_PROJECTS" },
  { to: "/meetings", name: "meetings", icon: "bench", right: "READ_CASES" },
  { to: "/publications", name: "publications", icon: "notice", right: "READ_WORKERS" },
  { to: "/costs", name: "fees", icon: "coin", right: ["READ_CASES", "READ_BUILDING_CASES"] },
  { to: "/people", name: "people", icon: "people", right: "READ_WORKERS" },
  { to: "/imports", name: "places", icon: "building", right: "IMPORT_PLACES" },
  { to: "/points", name: "collectionPoints", icon: "pin", right: "READ_WORKERS" },
  { to: "/departments", name: "departments", icon: "flag", right: "READ_CASES" },
  { to: "/dashboard", name: "dashboard", icon: "chart", right: "READ_CASES" },
  { to: "/reports", name: "reports", icon: "printer", right: "READ_CASES" },
  { to: "/audit", name: "audit", icon: "audit", right: "READ_AUDIT" },
  { to: "/integrations", name: "integrations", icon: "plug", right: "KEEP_INTEGRATIONS" },
  { to: "/settings", name: "settings", icon: "settings" },
  // For those who build the page; in the product it is reached by its address.
  ...(import.meta.env.DEV ? [{ to: "/gallery", name: "gallery", icon: "palette" } as const] : []),
];

/** What of it whoever is signed in is shown; 我的待办 first for those who work between doors. */
export function useNavigation(): readonly NavigationItem[] {
  const viewer = useContext(ViewerContext);
  const items = viewer && worksOutside(viewer) ? navigation.toSorted((a, b) => Number(b.to === "/work") - Number(a.to === "/work")) : navigation;
  return items.filter(({ right }) => right === undefined || viewer?.can.some(({ action }) => [right].flat().some((one) => one === action)) === true);
}

/** How many stand in the bottom bar of a phone before 更多. */
export const inBottomBar = 4;
