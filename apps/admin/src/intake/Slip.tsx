import { printedSlipCode } from "@bandeng/domain";
import { lazy, Suspense, useCallback, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import { slipAddress } from "../slip/slip-address.ts";
import type { SlipText } from "./slip-text.ts";

const QrCode = lazy(() => import("../account/QrCode.tsx").then((found) => ({ default: found.QrCode })));
const SlipSheet = lazy(() => import("./SlipSheet.tsx"));

/** What the resident takes along: the code, large enough to be read out, as a picture for a camera, and on paper. */
export function Slip({ slip }: { slip: SlipText }) {
  const words = useWords(intakeWords);
  const [isPrinting, setPrinting] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  return (
    <section aria-labelledby="slip" className="flex w-full flex-col items-center gap-2 rounded-one border border-line p-3">
      <h3 id="slip" className="text-small text-ink-soft">
        {words.slip}
      </h3>
      <p className="text-[1.75rem] leading-9 font-semibold tracking-wider tabular-nums select-all">{printedSlipCode(slip.code)}</p>
      <Suspense fallback={<span className="size-52" />}>
        <QrCode text={slipAddress(slip.code)} label={words.slipQr} />
      </Suspense>
      <p className="text-small text-ink-soft">{words.slipNote}</p>
      <Button icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)}>
        {words.slipPrint}
      </Button>
      {isPrinting && (
        <Suspense>
          <SlipSheet {...{ slip, onPrinted }} />
        </Suspense>
      )}
    </section>
  );
}
