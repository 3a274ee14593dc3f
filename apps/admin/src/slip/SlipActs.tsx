import { namesIn, type SlipAct } from "@bandeng/domain";
import { useState } from "react";
import { Face } from "../cases/actions/Face.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { RateForm } from "./RateForm.tsx";
import type { SlipCase } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";
import { WordsForm } from "./WordsForm.tsx";

/** What whoever holds the slip can do now, the rating first; what was done last is said at the top. */
export function SlipActs({ code, shown, onDone }: { code: string; shown: SlipCase; onDone: (after: SlipCase) => void }) {
  const w = useWords(slipWords);
  const format = useFormat();
  const [done, setDone] = useState<SlipAct | null>(null);
  const can = (act: SlipAct) => shown.acts.some((one) => one.act === act && one.possible);
  const after = (act: SlipAct) => (next: SlipCase) => {
    setDone(act);
    onDone(next);
  };
  const until = shown.until ? format.date(`${shown.until}T12:00:00+08:00`) : "";
  const said = { rate: shown.status === "IN_PROGRESS" ? w.reopened : w.thanks, reopen: w.reopened, appeal: w.appealed, withdraw: w.withdrawn };
  return (
    <>
      <div role="status">
        {done && (
          <p className="flex items-center gap-2 rounded-one bg-good-soft p-4 font-semibold text-good">
            <Icon name="done" />
            {said[done]}
          </p>
        )}
      </div>
      {shown.answer && <Answer answer={shown.answer} />}
      {can("rate") && <RateForm code={code} onDone={after("rate")} />}
      {can("reopen") && !can("rate") && (
        <WordsForm {...{ code }} act="reopen" title={w.reopenTitle} note={shown.until ? w.reopenUntil(until) : w.dissatisfiedNote} open={w.reopen} send={w.reopen} ask={w.reopenWords} onDone={after("reopen")} />
      )}
      {can("appeal") && <WordsForm {...{ code }} act="appeal" title={w.appealTitle} note={w.appealUntil(until)} open={w.appeal} send={w.appeal} ask={w.appealWords} onDone={after("appeal")} />}
      {can("withdraw") && <WordsForm {...{ code }} act="withdraw" title={w.withdrawTitle} note={w.withdrawNote} open={w.withdraw} send={w.withdrawSure} ask={null} onDone={after("withdraw")} />}
    </>
  );
}

/** What this resident has answered to the present result. */
function Answer({ answer }: { answer: NonNullable<SlipCase["answer"]> }) {
  const w = useWords(slipWords);
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-body text-ink-soft">{w.answered}</span>
      <Face of={answer.satisfaction} className="size-7" />
      <span className="font-semibold">{namesIn(language).satisfaction[answer.satisfaction]}</span>
      <span className="text-body text-ink-soft">{format.date(answer.at)}</span>
    </p>
  );
}
