import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import "../cases/case-print.css";
import "./cost-print.css";

interface PaperSheetProps {
  /** Whether everything that is printed is here. */
  isReady?: boolean;
  onPrinted: () => void;
  children: ReactNode;
}

/** On A4, beside the page, seen by the printer only. Chinese, whatever the page speaks: it hangs in a Chinese stairwell. */
export function PaperSheet({ isReady = true, onPrinted, children }: PaperSheetProps) {
  useEffect(() => {
    if (!isReady) return;
    window.addEventListener("afterprint", onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [isReady, onPrinted]);
  return createPortal(
    <div className="case-sheet cost-sheet" aria-hidden="true" lang="zh-CN">
      {children}
    </div>,
    document.body,
  );
}
