import { useCallback, useEffect, useRef, useState } from "react";
import { useClient, type CombinedError } from "urql";
import type { PersonShownFragment } from "../graphql/graphql.ts";
import { peopleDocument } from "./people-documents.ts";

const pageSize = 100;

export interface PeopleRead {
  /** Null until the first answer. */
  people: readonly PersonShownFragment[] | null;
  /** The server has more than these. */
  hasMore: boolean;
  isReading: boolean;
  error: CombinedError | undefined;
  fetchMore: () => void;
  reload: () => void;
}

interface Asked {
  areas: readonly string[];
  text: string | undefined;
}

interface Found {
  key: string;
  people: readonly PersonShownFragment[] | null;
  cursor: string | null;
  isReading: boolean;
  error: CombinedError | undefined;
}

const nothing = (key: string): Found => ({ key, people: null, cursor: null, isReading: true, error: undefined });

/** Who works in areas, by name, a page after the other. What was asked for before is never shown for what is asked now. */
export function usePeople({ areas, text }: Asked): PeopleRead {
  const client = useClient();
  const key = JSON.stringify([areas, text ?? null]);
  const [found, setFound] = useState<Found>(() => nothing(key));
  const asked = useRef(0);
  const isNowhere = areas.length === 0;
  const shown = isNowhere ? { ...nothing(key), people: [], isReading: false } : found.key === key ? found : nothing(key);

  const ask = useCallback(
    async (after: string | null) => {
      if (isNowhere) return;
      const [wanted, sought] = JSON.parse(key) as [string[], string | null];
      const turn = ++asked.current;
      const { data, error } = await client.query(peopleDocument, { areas: wanted, text: sought, first: pageSize, after }, { requestPolicy: "network-only" }).toPromise();
      if (turn !== asked.current) return;
      setFound((now) => {
        const before = now.key === key ? now : nothing(key);
        if (!data) return { ...before, isReading: false, error };
        const { nodes, pageInfo } = data.people;
        const people = after === null ? nodes : [...(before.people ?? []), ...nodes];
        return { key, people, cursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null, isReading: false, error: undefined };
      });
    },
    [client, key, isNowhere],
  );
  useEffect(() => {
    void ask(null);
  }, [ask]);

  const again = useCallback(
    (after: string | null) => {
      setFound((now) => ({ ...(now.key === key ? now : nothing(key)), isReading: true }));
      void ask(after);
    },
    [ask, key],
  );
  const { people, cursor, isReading, error } = shown;
  return {
    people,
    hasMore: cursor !== null,
    isReading,
    error,
    fetchMore: useCallback(() => cursor !== null && again(cursor), [again, cursor]),
    reload: useCallback(() => again(null), [again]),
  };
}
