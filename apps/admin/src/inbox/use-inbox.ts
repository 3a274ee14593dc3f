import { useCallback, useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import type { NoticeTopic } from "../graphql/graphql.ts";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { markAllNoticesReadDocument, markNoticesReadDocument, noticesDocument } from "./inbox-documents.ts";

export interface Wanted {
  unread: boolean;
  topic?: NoticeTopic | undefined;
  first: number;
  after?: string | undefined;
}

/** One's own notices, and what is done with them. What was marked is asked for again, with the number on the bell. */
export function useInbox({ unread, topic, first, after }: Wanted) {
  const { ui } = useWords();
  const { language } = useLanguage();
  const client = useClient();
  const [isMarking, setMarking] = useState(false);
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: noticesDocument,
    variables: { unread, topics: topic === undefined ? null : [topic], first, after: after ?? null },
    requestPolicy: "cache-and-network",
  });
  const again = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);
  // Sentences come in the language that was chosen when they were asked for.
  useEffect(again, [again, language]);

  async function marking(send: () => Promise<{ error?: unknown }>): Promise<void> {
    if (isMarking) return;
    setMarking(true);
    const { error: failed } = await send();
    setMarking(false);
    if (failed) showToast({ tone: "bad", title: ui.failed });
    else again();
  }

  return {
    data: data?.notices,
    unreadCount: data?.unreadNotices ?? 0,
    error,
    fetching,
    stale,
    again,
    isMarking,
    markRead: (ids: readonly string[]) => marking(() => client.mutation(markNoticesReadDocument, { input: { ids: [...ids] } }).toPromise()),
    markAll: () => marking(() => client.mutation(markAllNoticesReadDocument, {}).toPromise()),
  };
}
