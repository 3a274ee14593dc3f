import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import { newIdempotencyKey } from "../../client/idempotency.ts";
import { requestIdOf } from "../../client/request-id.ts";
import type { MeetingRefusalFragment } from "../../graphql/graphql.ts";
import { meetingDocument } from "../meeting-documents.ts";
import type { Room, RoomItem } from "./room-model.ts";

interface Ticket {
  id: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}

interface Answer {
  meeting?: Room | null;
  agendaItem?: RoomItem | null;
  refusal?: MeetingRefusalFragment | null;
}

/** Why an act did not take effect, in words. */
export interface RoomProblem {
  message: string;
  /** The field of the form it concerns; null when none. */
  path: string | null;
  requestId: string | undefined;
}

/** Does something at the meeting, or on an item of its agenda: null when it is done, else why it is not. */
export type Do = <Payload extends Answer, Variables extends { input: Ticket }>(
  document: TypedDocumentNode<Record<string, Payload>, Variables>,
  on: { readonly item?: string },
  given: Omit<Variables["input"], keyof Ticket>,
  how?: { readonly isAddition?: boolean },
) => Promise<RoomProblem | null>;

export interface RoomRead {
  room: Room | null;
  isMissing: boolean;
  error: CombinedError | undefined;
  reload: () => void;
  act: Do;
  /** How many acts wait for their answer. */
  pending: number;
  problem: RoomProblem | null;
  dismiss: () => void;
}

/** How often an open room is asked anew: two people may write at once. */
const everyMs = 8_000;

/**
 * A meeting, and everything done at it, one act after the other: each names the version that the one before it made, so
 * that quick taps do not overtake each other. What only adds (a sign-in, a position) is sent again on the newer version when
 * somebody else was faster; whatever decides is not.
 */
export function useRoom(id: string): RoomRead {
  const client = useClient();
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: meetingDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<RoomProblem | null>(null);
  const room = data?.meeting ?? null;
  const latest = useRef<Room | null>(room);
  const versions = useRef(new Map<string, number>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const reload = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);

  useEffect(() => {
    latest.current = room;
    if (!room || pending > 0) return;
    versions.current = new Map([[room.id, room.version], ...room.agenda.map((item) => [item.id, item.version] as const)]);
  }, [room, pending]);

  const isOpen = room?.status === "OPEN";
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && pending === 0) reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isOpen, pending, reload]);

  const act: Do = useCallback(
    (documentToSend, on, given, { isAddition = false } = {}) => {
      const target = on.item ?? id;
      const versionNow = (): number => versions.current.get(target) ?? latest.current?.agenda.find((item) => item.id === target)?.version ?? latest.current?.version ?? 0;
      const once = async (expectedVersion: number) => {
        // TypeScript cannot see that the given fields and the ticket are the whole input again.
        const variables = { input: { ...given, id: target, expectedVersion, idempotencyKey: newIdempotencyKey() } } as unknown as Parameters<typeof client.mutation>[1];
        const result = await client.mutation(documentToSend as unknown as TypedDocumentNode<Record<string, Answer>, typeof variables>, variables).toPromise();
        return { answer: result.data ? Object.values(result.data)[0] : undefined, error: result.error };
      };
      const work = async (): Promise<RoomProblem | null> => {
        let { answer, error: failed } = await once(versionNow());
        const newer = answer?.refusal?.code === "CONFLICT" ? answer.refusal.currentVersion : null;
        if (newer !== null && newer !== undefined) {
          versions.current.set(target, newer);
          if (isAddition) ({ answer, error: failed } = await once(newer));
          else reload();
        }
        const changed = answer?.agendaItem ?? answer?.meeting;
        if (changed) versions.current.set(changed.id, changed.version);
        if (answer && !answer.refusal) return null;
        const message = answer?.refusal?.message ?? (failed?.networkError ? "" : (failed?.graphQLErrors[0]?.message ?? ""));
        return { message, path: answer?.refusal?.path ?? null, requestId: requestIdOf(failed) };
      };
      setPending((count) => count + 1);
      const done = queue.current.then(work, work).then((failure) => {
        setPending((count) => count - 1);
        setProblem(failure);
        return failure;
      });
      queue.current = done;
      return done;
    },
    [client, id, reload],
  );

  return useMemo(
    () => ({ room, isMissing: data !== undefined && room === null && !fetching && !stale, error, reload, act, pending, problem, dismiss: () => setProblem(null) }),
    [room, data, fetching, stale, error, reload, act, pending, problem],
  );
}
