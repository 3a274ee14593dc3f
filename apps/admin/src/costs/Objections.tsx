import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./cost-task.ts";
import { words } from "./costs-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** What was objected to the plan while it hung, and what was answered. */
export function Objections({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  if (plan.objections.length === 0) return <p className="text-ink-soft">{w.noObjection}</p>;
  return (
    <>
      {plan.openObjections > 0 && (
        <p>
          <Chip icon="alert" tone="bad">
            {w.openObjections(plan.openObjections)}
          </Chip>
        </p>
      )}
      <ul aria-label={w.objections} className="flex flex-col gap-2">
        {plan.objections.map((one, i) => (
          <li key={one.id} className="rounded-one border border-line bg-surface p-3">
            <p className="text-small text-ink-soft">{w.objectionOf(i + 1, format.date(one.at))}</p>
            <p className="whitespace-pre-wrap">{one.words || w.erased}</p>
            {one.answeredAt ? (
              <div className="mt-2 border-s-2 border-good ps-3">
                <p className="text-small text-ink-soft">{w.answeredOn(format.date(one.answeredAt))}</p>
                <p className="whitespace-pre-wrap">{one.answer ?? w.erased}</p>
              </div>
            ) : (
              <div className="mt-2">
                <TaskButton task={{ action: "answerCostObjection", about: one.id }} of={w.objectionNo(i + 1)} variant="primary" {...{ block, onTask }} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
