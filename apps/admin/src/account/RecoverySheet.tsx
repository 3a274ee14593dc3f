import { useEffect } from "react";
import { createPortal } from "react-dom";
import "./recovery-print.css";

/** The recovery codes on paper: beside the page, seen by the printer only, and gone after it. */
export function RecoverySheet({ lines, onPrinted }: { lines: readonly string[]; onPrinted: () => void }) {
  useEffect(() => {
    window.addEventListener("afterprint", onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [onPrinted]);
  return createPortal(
    <pre className="recovery-sheet" aria-hidden="true">
      {lines.join("\n")}
    </pre>,
    document.body,
  );
}
