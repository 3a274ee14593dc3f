import type { AttachmentKind, AttachmentStage } from "@bandeng/domain";
import { sessionEnded } from "../session/session-events.ts";
import { localeOf, storedLanguage } from "../words/language.ts";

/** One file on its way to a case. */
export interface Outgoing {
  caseId: string;
  file: File;
  kind: AttachmentKind;
  stage: AttachmentStage | null;
  /** The same for every further try, so that the server keeps the file once. */
  idempotencyKey: string;
}

/** `refused` and `busy` say why in the server's words. All but `refused` may be tried again. */
export type SendAnswer = { kind: "sent" } | { kind: "refused" | "busy"; message: string } | { kind: "unreachable" } | { kind: "failed" } | { kind: "signedOut" };

/** A large photo over a slow network takes minutes; what takes longer will not come. */
const patienceMs = 600_000;
/** A server that is starting, or a proxy whose server is: the same as no network. */
const absent = new Set([502, 503, 504]);

/** Sends a file and tells how much of it has gone, 0 to 1. XMLHttpRequest: `fetch` cannot tell. */
export function sendFile({ caseId, file, kind, stage, idempotencyKey }: Outgoing, onProgress: (share: number) => void): Promise<SendAnswer> {
  const query = new URLSearchParams({ kind, name: file.name, ...(stage && { stage }) });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/cases/${encodeURIComponent(caseId)}/attachments?${query.toString()}`);
    request.setRequestHeader("content-type", file.type);
    request.setRequestHeader("idempotency-key", idempotencyKey);
    request.setRequestHeader("accept-language", localeOf[storedLanguage()]);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.timeout = patienceMs;
    request.onload = () => resolve(answerOf(request.status, request.responseText));
    request.onerror = () => resolve({ kind: "unreachable" });
    request.ontimeout = () => resolve({ kind: "unreachable" });
    request.send(file);
  });
}

function answerOf(status: number, body: string): SendAnswer {
  if (status === 201) return { kind: "sent" };
  if (status === 401) {
    sessionEnded();
    return { kind: "signedOut" };
  }
  if (absent.has(status)) return { kind: "unreachable" };
  const message = status < 500 ? messageOf(body) : undefined;
  if (message === undefined) return { kind: "failed" };
  return { kind: status === 429 ? "busy" : "refused", message };
}

function messageOf(body: string): string | undefined {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined; // a proxy in between answered, in words for nobody
  }
}
