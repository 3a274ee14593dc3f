import type { Right, Role } from "@bandeng/domain";
import { createContext, useContext } from "react";
import { graphql } from "../graphql/gql.ts";
import type { ViewerQuery } from "../graphql/graphql.ts";

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      username
      stage
      person {
        id
        name
      }
      roles {
        role
        areaCode
        areaName
        buildingId
      }
      convenes
      can {
        action
        areas
      }
    }
  }
`);

/** Whoever is signed in, with the roles in force today. */
export type Viewer = ViewerQuery["viewer"];

export const ViewerContext = createContext<Viewer | null>(null);

/** For pages inside the frame: there is always somebody. Tests give one with ViewerContext. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer outside the session: wrap the page in ViewerContext");
  return viewer;
}

/** The areas somebody holds a right in, as the server says; empty when nowhere. */
export function areasOfRight(viewer: Viewer, right: Right): readonly string[] {
  return viewer.can.find(({ action }) => action === right)?.areas ?? [];
}

/** Keeps accounts, has no part in the community's matters. */
const withoutCases: readonly Role[] = ["SYSTEM_ADMIN", "KEY", "RESIDENT"];

/** The areas somebody works in, the widest only: who has the community does not need its grids beside it. */
export function areasOf(viewer: Viewer): string[] {
  const codes = [...new Set(viewer.roles.filter(({ role }) => !withoutCases.includes(role)).map(({ areaCode }) => areaCode))];
  return codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider))).toSorted();
}

/** The communities (or what is above them) somebody works in: places of the whole community are known to all of them. */
export function communitiesOf(viewer: Viewer): string[] {
  return [...new Set(areasOf(viewer).map((code) => code.slice(0, 12)))];
}

