import type { AttachmentStage } from "@bandeng/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { announce } from "../ui/announce.ts";
import { useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";
import { sendFile, type Outgoing, type SendAnswer } from "./send-file.ts";
import { kindOf, problemOf } from "./taken-files.ts";

/** A file that was chosen and has not arrived. */
export interface Upload {
  key: string;
  name: string;
  /** Of what is being sent, 0 to 1. */
  share: number;
  /** Why it is not on its way; null while it waits or goes. */
  failure: string | null;
  /** The same file may be sent once more. */
  canRetry: boolean;
}

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[], stage: AttachmentStage | null) => void;
  retry: (key: string) => void;
  dismiss: (key: string) => void;
}

/** Sends chosen files one after another; `onSent` after each that has arrived. */
export function useUploads(caseId: string, onSent: () => void): Uploads {
  const w = useWords(attachmentWords);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const outgoing = useRef(new Map<string, Outgoing>());
  const queue = useRef<string[]>([]);
  const isSending = useRef(false);
  // What the queue calls is that of the last drawing, not that of the moment it began.
  const latest = useRef({ w, onSent });
  useEffect(() => {
    latest.current = { w, onSent };
  });

  const change = useCallback((key: string, to: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one))), []);
  const dismiss = useCallback((key: string) => {
    outgoing.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const run = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let key = queue.current.shift(); key !== undefined; key = queue.current.shift()) {
      const sent = outgoing.current.get(key);
      if (!sent) continue;
      const current = key;
      const answer = await sendFile(sent, (share) => change(current, { share }));
      const words = latest.current.w;
      if (answer.kind === "sent") {
        dismiss(key);
        announce(words.sent(sent.file.name));
        latest.current.onSent();
      } else {
        change(key, { failure: failureOf(answer, words), canRetry: answer.kind !== "refused" });
        announce(words.failed(sent.file.name), "assertive");
      }
    }
    isSending.current = false;
  }, [change, dismiss]);

  const add = useCallback(
    (files: readonly File[], stage: AttachmentStage | null) => {
      const made = files.map((file) => {
        const kind = kindOf(file);
        const problem = problemOf(file);
        const key = newIdempotencyKey();
        if (kind !== null && problem === null) {
          outgoing.current.set(key, { caseId, file, kind, stage: kind === "PHOTO" ? stage : null, idempotencyKey: key });
          queue.current.push(key);
        }
        const failure = problem && { type: w.typeNotTaken, empty: w.empty, size: w.tooLarge(problem.kind === "size" ? problem.megabytes : 0) }[problem.kind];
        return { key, name: file.name, share: 0, failure, canRetry: false };
      });
      setUploads((all) => [...all, ...made]);
      void run();
    },
    [caseId, run, w],
  );

  const retry = useCallback(
    (key: string) => {
      change(key, { failure: null, share: 0 });
      queue.current.push(key);
      void run();
    },
    [change, run],
  );
  return { uploads, add, retry, dismiss };
}

function failureOf(answer: Exclude<SendAnswer, { kind: "sent" }>, w: { offline: string; serverFailed: string; signedOut: string }): string {
  if (answer.kind === "refused" || answer.kind === "busy") return answer.message;
  return { unreachable: w.offline, failed: w.serverFailed, signedOut: w.signedOut }[answer.kind];
}
