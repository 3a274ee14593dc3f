import { Icon } from "../ui/Icon.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { AuditVerification } from "./audit-document.ts";
import { auditWords } from "./audit-words.ts";

/** How far the chain was verified, or what in it is broken. */
export function VerifiedLine({ verified }: { verified: AuditVerification | null }) {
  const w = useWords(auditWords);
  const format = useFormat();
  if (verified?.broken) {
    const { kind, position, auditId } = verified.broken;
    return (
      <div role="alert" className="flex items-start gap-2 rounded-one border border-bad bg-bad-soft px-3 py-2 text-bad">
        <Icon name="alert" size="small" className="mt-0.5" />
        <div className="min-w-0">
          <p className="font-medium break-words">{w.broken[kind](position === null ? w.placeUnknown(auditId ?? "") : w.place(position))}</p>
          <p>{w.brokenNote}</p>
        </div>
      </div>
    );
  }
  return (
    <p className="flex items-center gap-2 text-ink-soft">
      <Icon name={verified ? "done" : "clock"} size="small" className={verified ? "text-good" : ""} />
      {verified ? w.verified(format.number(verified.position), format.dateTime(verified.at)) : w.unverified}
    </p>
  );
}
