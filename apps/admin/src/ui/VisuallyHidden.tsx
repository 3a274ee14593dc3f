import type { ReactNode } from "react";

/** For screen readers only; comes into view when it takes the focus, such as a skip link. */
export function VisuallyHidden({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className="sr-only">
      {children}
    </span>
  );
}
