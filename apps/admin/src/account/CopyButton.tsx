import { useState } from "react";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";

/** Copies a text that is also to be seen: where copying is not allowed it can be written down. */
export function CopyButton({ text }: { text: string }) {
  const w = useWords(accountWords);
  const [said, setSaid] = useState<"copied" | "copyFailed" | null>(null);
  const tell = (outcome: "copied" | "copyFailed") => {
    setSaid(outcome);
    announce(w[outcome]);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell("copied");
    } catch {
      // Not allowed, or not a secure context, where there is no clipboard at all.
      tell("copyFailed");
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" icon={said === "copied" ? "check" : "copy"} onPress={() => void copy()}>
        {said === "copied" ? w.copied : w.copy}
      </Button>
      {said === "copyFailed" && <span className="text-small text-bad">{w.copyFailed}</span>}
    </span>
  );
}
