import type { Satisfaction } from "@bandeng/domain";

const mouths: Record<Satisfaction, string> = { SATISFIED: "M6.8 11.6c1.6 2.4 4.8 2.4 6.4 0", BASIC: "M7 12.6h6", DISSATISFIED: "M6.8 13.6c1.6-2.4 4.8-2.4 6.4 0" };

/** One of three faces; the word beside it says the same. */
export function Face({ of, className = "size-5" }: { of: Satisfaction; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={`shrink-0 ${className}`} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="7.2" />
      <path d={`M7.4 8h.01M12.6 8h.01${mouths[of]}`} strokeWidth="1.8" />
    </svg>
  );
}
