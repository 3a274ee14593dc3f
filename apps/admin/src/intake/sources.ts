import { instantOf, localDateOf } from "@bandeng/domain";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/gql.ts";
import type { IntakeSourcesQuery } from "../graphql/graphql.ts";
import { communitiesOf, useViewer } from "../session/viewer.ts";
import { readStored, writeStored } from "./person-storage.ts";

const sourcesDocument = graphql(`
  query IntakeSources($areas: [ID!]!, $from: LocalDate!, $to: LocalDate!, $first: Int!) {
    collectionPoints(areas: $areas, first: $first) {
      nodes {
        id
        name
        areaName
      }
    }
    contactDays(areas: $areas, from: $from, to: $to, first: $first) {
      nodes {
        id
        date
        from
        state
        place {
          words
        }
      }
    }
  }
`);

export interface Sources {
  points: IntakeSourcesQuery["collectionPoints"]["nodes"];
  /** Held or due, the latest first. */
  days: IntakeSourcesQuery["contactDays"]["nodes"];
}

/** How long after a contact day its slips are still entered. */
const daysBack = 31;
const dayMs = 86_400_000;
const none: Sources = { points: [], days: [] };

const isSources = (value: unknown): value is Sources => typeof value === "object" && value !== null && Array.isArray((value as Sources).points) && Array.isArray((value as Sources).days);

/** The points and contact days of the viewer's communities: at once from the device, then from the server. */
export function useSources(): Sources {
  const viewer = useViewer();
  const client = useClient();
  const personId = viewer.person.id;
  const areaKey = communitiesOf(viewer).join();
  const [sources, setSources] = useState<Sources>(() => {
    const stored = readStored("intake-sources", personId);
    return isSources(stored) ? stored : none;
  });
  useEffect(() => {
    let isLeft = false;
    const [from, to] = [Date.now() - daysBack * dayMs, Date.now()].map((at) => localDateOf(instantOf(at))) as [string, string];
    void client
      .query(sourcesDocument, { areas: areaKey.split(","), from, to, first: 100 })
      .toPromise()
      .then(({ data }) => {
        if (!data || isLeft) return;
        const found = { points: data.collectionPoints.nodes, days: data.contactDays.nodes.filter(({ state }) => state !== "CANCELLED").toReversed() };
        writeStored("intake-sources", personId, found);
        setSources(found);
      });
    return () => {
      isLeft = true;
    };
  }, [client, areaKey, personId]);
  return sources;
}
