import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { type Tone, toneLook } from "../../ui/tone.ts";
import { useWords } from "../../words/useWords.tsx";

/** What stands in the way, inside the form it concerns: read out at once, seen where the eye is. */
export function Notice({ tone, title, requestId, children }: { tone: Extract<Tone, "bad" | "warn">; title?: string; requestId?: string | undefined; children: ReactNode }) {
  const { ui } = useWords();
  return (
    <div role="alert" className={`flex gap-2 rounded-one px-3 py-2 ${toneLook[tone]}`}>
      <Icon name="alert" size="small" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        <div className={title ? "text-ink" : ""}>{children}</div>
        {requestId && <p className="text-small text-ink-soft select-all">{ui.requestId(requestId)}</p>}
      </div>
    </div>
  );
}
