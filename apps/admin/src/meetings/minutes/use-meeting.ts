import { useQuery } from "urql";
import type { Room } from "../room/room-model.ts";
import { meetingDocument } from "../meeting-documents.ts";

/** A meeting as it is printed. */
export function useMeeting(id: string) {
  const [{ data, error, fetching }, ask] = useQuery({ query: meetingDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const room: Room | null = data?.meeting ?? null;
  return { room, error, isMissing: data !== undefined && room === null && !fetching, reload: () => ask({ requestPolicy: "network-only" }) };
}
