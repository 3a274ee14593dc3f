import { namesIn, satisfactions, type Satisfaction } from "@bandeng/domain";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Face } from "../cases/actions/Face.tsx";
import { Button } from "../ui/Button.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { SlipCase } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";
import { SlipProblemNote } from "./SlipProblemNote.tsx";
import { useSlipAct } from "./use-slip-act.ts";

const look: Record<Satisfaction, string> = { SATISFIED: "text-good", BASIC: "text-ink", DISSATISFIED: "text-bad" };

/** One tap for who is content; who is not says in a sentence what is wrong. */
export function RateForm({ code, onDone }: { code: string; onDone: (after: SlipCase) => void }) {
  const w = useWords(slipWords);
  const { language } = useLanguage();
  const names = namesIn(language).satisfaction;
  const { isSending, problem, send } = useSlipAct(code, onDone);
  const [solved, setSolved] = useState<"yes" | "no">("yes");
  const [words, setWords] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [missing, setMissing] = useState(false);
  const rate = (satisfaction: Satisfaction) => void send("rate", { satisfaction, resolved: solved === "yes", words });
  const tap = (satisfaction: Satisfaction) => {
    if (satisfaction !== "DISSATISFIED") return rate(satisfaction);
    setWrong(true);
    setSolved("no");
  };
  return (
    <section aria-labelledby="slip-rate" className="flex flex-col gap-3 rounded-one border border-line bg-surface p-4">
      <h2 id="slip-rate" className="text-title font-semibold">
        {isWrong ? w.whatIsWrong : w.rate}
      </h2>
      {!isWrong && (
        <div role="group" aria-labelledby="slip-rate" className={`grid gap-2 ${language === "zh" ? "grid-cols-3" : "grid-cols-1 sm:grid-cols-3"}`}>
          {satisfactions.map((one) => (
            <AriaButton
              key={one}
              isPending={isSending}
              onPress={() => tap(one)}
              className={`flex min-w-0 items-center ${language === "zh" ? "min-h-24 flex-col" : "min-h-16 sm:min-h-24 sm:flex-col"} justify-center gap-2 rounded-one border-2 border-line-strong bg-surface p-1 text-center font-semibold break-words data-hovered:bg-hover data-pressed:bg-pressed ${look[one]}`}
            >
              <Face of={one} className="size-11" />
              {names[one]}
            </AriaButton>
          ))}
        </div>
      )}
      <div className="flex flex-col gap-1 text-body">
        <span id="slip-solved" className="font-medium">
          {w.solved}
        </span>
        <SegmentedControl
          label={w.solved}
          value={solved}
          onChange={setSolved}
          segments={[
            { id: "yes", label: w.solvedYes },
            { id: "no", label: w.solvedNo },
          ]}
        />
      </div>
      <TextArea label={isWrong ? w.whatIsWrong : w.words} hideLabel={isWrong} value={words} onChange={setWords} rows={2} maxLength={2000} isRequired={isWrong} validationBehavior="aria" error={missing && !words.trim() ? w.whatIsWrongMissing : undefined} />
      <SlipProblemNote problem={problem} />
      {isWrong ? (
        <>
          <p className="text-body text-ink-soft">{w.dissatisfiedNote}</p>
          <div className="grid grid-cols-2 gap-2">
            <Button className="min-h-14!" onPress={() => setWrong(false)}>
              {w.back}
            </Button>
            <Button
              variant="primary"
              className="min-h-14!"
              isPending={isSending}
              onPress={() => {
                setMissing(true);
                if (words.trim()) rate("DISSATISFIED");
              }}
            >
              {w.send}
            </Button>
          </div>
        </>
      ) : (
        <p className="text-body text-ink-soft">{w.rateNote}</p>
      )}
    </section>
  );
}
