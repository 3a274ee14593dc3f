import { printedSlipCode } from "@bandeng/domain";
import { useEffect } from "react";
import { createPortal } from "react-dom";
import { QrCode } from "../account/QrCode.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import "./slip-print.css";
import { slipAddress } from "../slip/slip-address.ts";
import type { SlipText } from "./slip-text.ts";

/** The slip on paper, as wide as a receipt: beside the page, seen by the printer only, and gone after it. */
export default function SlipSheet({ slip, onPrinted }: { slip: SlipText; onPrinted: () => void }) {
  const words = useWords(intakeWords);
  const { frame } = useWords();
  const format = useFormat();
  const now = useNow();
  useEffect(() => {
    window.addEventListener("afterprint", onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [onPrinted]);
  return createPortal(
    <div className="slip-sheet" aria-hidden="true">
      <h1>
        {frame.product} · {words.slip}
      </h1>
      <p className="slip-code">{printedSlipCode(slip.code)}</p>
      <QrCode text={slipAddress(slip.code)} label={words.slipQr} />
      <p>
        {words.number} {slip.no}
      </p>
      {slip.promise && <p>{slip.promise}</p>}
      <p>{words.slipNote}</p>
      <p>{format.dateTime(now)}</p>
    </div>,
    document.body,
  );
}
