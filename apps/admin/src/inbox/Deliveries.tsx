import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Table } from "../ui/Table.tsx";
import type { Tone } from "../ui/tone.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { inboxWords } from "./inbox-words.ts";
import type { MessengerShown } from "./messenger-documents.ts";

type Delivery = MessengerShown["deliveries"][number];
const tones: Readonly<Record<Delivery["state"], Tone>> = { WAITING: "warn", DELIVERED: "good", FAILED: "bad" };

/** What became of the last messages to the outside messenger. */
export function Deliveries({ deliveries, onReload, isReloading }: { deliveries: readonly Delivery[]; onReload: () => void; isReloading: boolean }) {
  const w = useWords(inboxWords);
  const format = useFormat();
  const why = ({ failure, status }: Delivery): string | null => {
    if (failure == null) return null;
    if (status != null) return w.httpFailure(status);
    const known: Readonly<Record<string, string>> = w.failure;
    return known[failure] ?? failure;
  };
  return (
    <section aria-label={w.deliveries} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold">{w.deliveries}</h2>
        <Button size="small" icon="refresh" isPending={isReloading} onPress={onReload}>
          {w.reload}
        </Button>
      </div>
      {deliveries.length === 0 ? (
        <p className="text-ink-soft">{w.noDeliveries}</p>
      ) : (
        <Table<Delivery>
          caption={w.deliveries}
          hideCaption
          rows={deliveries}
          rowId={({ id }) => id}
          columns={[
            { id: "when", header: w.when, cell: ({ createdAt }) => format.dateTime(createdAt), isRowHeader: true, className: "whitespace-nowrap text-start" },
            { id: "what", header: w.what, cell: ({ test }) => (test ? w.testMessage : w.noticeMessage) },
            {
              id: "result",
              header: w.result,
              cell: (one) => (
                <span className="flex flex-wrap items-center gap-2">
                  <Chip tone={tones[one.state]}>{w.state[one.state]}</Chip>
                  {why(one)}
                  {one.nextAt != null && <span className="text-ink-soft">{w.nextAt(format.dateTime(one.nextAt))}</span>}
                </span>
              ),
            },
            { id: "attempts", header: w.attempts, cell: ({ attempts }) => attempts, align: "end" },
          ]}
        />
      )}
    </section>
  );
}
