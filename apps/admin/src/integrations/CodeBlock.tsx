import { useState } from "react";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";

/** A program to copy, as it would be typed. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const w = useWords(integrationsWords);
  const { ui } = useWords();
  const [said, setSaid] = useState<"copied" | "copyFailed" | null>(null);
  const copy = async () => {
    const outcome = await navigator.clipboard.writeText(code).then(() => "copied" as const, () => "copyFailed" as const);
    setSaid(outcome);
    announce(w[outcome]);
  };
  return (
    <figure aria-label={label} className="flex min-w-0 flex-col rounded-one border border-line bg-sunken">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-1 ps-3 pe-1 text-ink">
        <span className="min-w-0 font-medium">{label}</span>
        <span className="flex flex-wrap items-center gap-2">
          {said === "copyFailed" && <span className="text-small text-bad">{w.copyFailed}</span>}
          <Button size="small" icon={said === "copied" ? "check" : "copy"} aria-label={w.copyOf(label)} onPress={() => void copy()}>
            {said === "copied" ? w.copied : w.copy}
          </Button>
        </span>
      </figcaption>
      {/* A box that scrolls must be reachable by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={ui.scrollable(label)} className="max-w-full overflow-auto p-3 font-mono text-small leading-relaxed text-ink">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
