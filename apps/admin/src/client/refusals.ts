import { mapExchange, type Exchange } from "urql";

/** A verb that the rules refused, wherever it was sent from. */
export interface Refused {
  caseId: string;
  code: string;
  message: string;
}

const listeners = new Set<(refused: Refused) => void>();

/** Calls back for each refused verb; returns how to stop. The board says it in the card, which is back where it was. */
export function onRefused(listener: (refused: Refused) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface Payload {
  id?: string;
  refusal?: { code: string; message: string } | null;
  results?: Payload[];
}

function tell(payload: Payload | null, caseId: string | undefined): void {
  const id = payload?.id ?? caseId;
  if (payload?.refusal && id) for (const listener of listeners) listener({ caseId: id, ...payload.refusal });
  for (const result of payload?.results ?? []) tell(result, undefined);
}

/** Looks at the answers of mutations only. */
export function refusalExchange(): Exchange {
  return mapExchange({
    onResult({ operation, data }) {
      if (operation.kind !== "mutation" || typeof data !== "object" || data === null) return;
      const { input } = (operation.variables ?? {}) as { input?: { id?: string } };
      for (const payload of Object.values(data as Record<string, unknown>)) {
        if (typeof payload === "object") tell(payload as Payload | null, input?.id);
      }
    },
  });
}
