import { lazy, Suspense, useState } from "react";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

const ReceiptSheet = lazy(() => import("./ReceiptSheet.tsx"));

/** One receipt on paper. */
export function PrintReceipt({ plan, receipt }: { plan: CostShownFragment; receipt: CostShownFragment["receipts"][number] }) {
  const w = useWords(words);
  const [isPrinting, setPrinting] = useState(false);
  return (
    <>
      <Button size="small" icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)} aria-label={w.printReceiptOf(receipt.no)}>
        {w.print}
      </Button>
      {isPrinting && (
        <Suspense>
          <ReceiptSheet plan={plan} receipt={receipt} onPrinted={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  );
}
