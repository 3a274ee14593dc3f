/** The mark: a little bench, a board on four splayed legs with a stretcher. Decoration; the product's name stands beside it. */
export function BenchMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" className="fill-accent" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-accent">
        <path strokeWidth="3" d="M5.5 11.5h21" />
        <path strokeWidth="2.5" d="M10 12.5 7.5 24.5M22 12.5l2.5 12M9.2 19h13.6" />
      </g>
    </svg>
  );
}
