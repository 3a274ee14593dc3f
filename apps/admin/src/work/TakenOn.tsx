import { instantOf, localDateOf } from "@bandeng/domain";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { shortNo } from "../cases/case-text.ts";
import { newIdempotencyKey } from "../client/idempotency.ts";
import type { MyWorkQuery } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { Link } from "../ui/Link.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { completeMyActionDocument } from "./work-documents.ts";
import { workWords } from "./work-words.ts";

export interface TakenOnProps {
  item: MyWorkQuery["taken"]["nodes"][number];
  onDone: () => void;
}

/** Something the viewer took on at a bench meeting: by when, for which case, and that it is done. */
export default function TakenOn({ item, onDone }: TakenOnProps) {
  const words = useWords(workWords);
  const format = useFormat();
  const now = useNow();
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The same for every further try: it is done once.
  const key = useRef(newIdempotencyKey());
  const { what, dueOn, agendaItem } = item;
  const isPast = dueOn < localDateOf(instantOf(now));
  const day = format.shortDate(`${dueOn}T12:00:00+08:00`, now);

  const complete = async () => {
    if (!agendaItem) return;
    const ask = (expectedVersion: number) =>
      client.mutation(completeMyActionDocument, { input: { id: agendaItem.id, actionId: item.id, expectedVersion, idempotencyKey: key.current } }).toPromise();
    let { data } = await ask(agendaItem.version);
    // Others go on with the item meanwhile; that this is done stays true.
    const moved = data?.completeAction.refusal;
    if (moved?.code === "CONFLICT" && moved.currentVersion != null) ({ data } = await ask(moved.currentVersion));
    const answer = data?.completeAction;
    setProblem(answer ? (answer.refusal?.message ?? null) : words.notReached);
    if (answer && !answer.refusal) onDone();
  };

  return (
    <li className="flex flex-col gap-1.5 rounded-one border border-line bg-surface p-2.5">
      <p className="font-medium">{what}</p>
      <p className="flex flex-wrap items-center gap-2 text-small text-ink-soft">
        <Chip tone={isPast ? "bad" : "neutral"} icon={isPast ? "alert" : "clock"}>
          {isPast ? words.pastDue(day) : words.dueOn(day)}
        </Chip>
        {agendaItem?.case && (
          <Link to="/cases/$no" params={{ no: agendaItem.case.no }} className="inline-flex min-h-control-small items-center">
            {shortNo(agendaItem.case.no)} {agendaItem.case.title}
          </Link>
        )}
      </p>
      {problem && (
        <p role="alert" className="text-small text-bad">
          {problem}
        </p>
      )}
      <Button
        icon="check"
        className="w-full sm:w-auto sm:self-start"
        aria-label={words.takenDoneNamed(what)}
        disabledReason={agendaItem ? undefined : words.takenOutOfSight}
        onPress={() => setAsking(true)}
      >
        {words.takenDone}
      </Button>
      <ConfirmDialog title={words.takenAsk} isOpen={isAsking} onClose={() => setAsking(false)} confirmLabel={words.takenDone} onConfirm={complete}>
        {what}
      </ConfirmDialog>
    </li>
  );
}
