import { useSyncExternalStore } from "react";
import { type Client, useClient } from "urql";
import { useViewer } from "../session/viewer.ts";
import type { Entry } from "./entry.ts";
import { Outbox } from "./outbox.ts";

/** One outbox for a person and a client: the mark in the top bar and the page see the same. */
const outboxes = new WeakMap<Client, Map<string, Outbox>>();

export function useOutbox(): { outbox: Outbox; entries: readonly Entry[] } {
  const client = useClient();
  const { person } = useViewer();
  const ofClient = outboxes.get(client) ?? new Map<string, Outbox>();
  outboxes.set(client, ofClient);
  const outbox = ofClient.get(person.id) ?? new Outbox(client, person.id);
  ofClient.set(person.id, outbox);
  return { outbox, entries: useSyncExternalStore(outbox.subscribe, outbox.entries) };
}
