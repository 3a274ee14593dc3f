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

/** `refused` says why in the server's words. The other two may be tried again. */
export type SendAnswer = { kind: "sent" } | { kind: "refused"; message: string } | { kind: "unreachable" } | { kind: "failed" } | { kind: "signedOut" };

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
  const message = status < 500 ? messageOf(body) : undefined;
  return message === undefined ? { kind: "failed" } : { kind: "refused", message };
}

function messageOf(body: string): string | undefined {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined; // a proxy in between answered, in words for nobody
  }
}
