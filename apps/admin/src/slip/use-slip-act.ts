import type { SlipAct } from "@bandeng/domain";
import { useRef, useState } from "react";
import { useLanguage } from "../words/useWords.tsx";
import { sendSlip, slipSending, type SlipCase, type SlipGiven, type SlipProblem, type SlipSending } from "./slip-request.ts";

export interface SlipActing {
  readonly isSending: boolean;
  readonly problem: SlipProblem | null;
  readonly send: (act: SlipAct, given: SlipGiven) => Promise<void>;
}

/** Sends acts of one slip. One whose answer was lost is sent again under its own key when it is tried again as it was: it is done once. */
export function useSlipAct(code: string, onDone: (after: SlipCase) => void): SlipActing {
  const { language } = useLanguage();
  const lost = useRef<{ said: string; sending: SlipSending } | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<SlipProblem | null>(null);
  const send = async (act: SlipAct, given: SlipGiven): Promise<void> => {
    if (isSending) return;
    const said = JSON.stringify([act, given]);
    const sending = lost.current?.said === said ? lost.current.sending : slipSending(act, given);
    setSending(true);
    const answer = await sendSlip(code, sending, language);
    setSending(false);
    const failed = "problem" in answer ? answer : null;
    lost.current = failed?.problem === "OFFLINE" ? { said, sending } : null;
    setProblem(failed);
    if (!("problem" in answer)) onDone(answer);
  };
  return { isSending, problem, send };
}
