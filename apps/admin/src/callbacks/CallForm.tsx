import { localDateOf, satisfactions, type Satisfaction } from "@bandeng/domain";
import { useState } from "react";
import { FaceChoice } from "../cases/actions/FaceChoice.tsx";
import { LabelledSegments } from "../cases/actions/LabelledSegments.tsx";
import { missing } from "../cases/actions/missing.ts";
import { useAct } from "../cases/actions/use-act.ts";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { showToast } from "../ui/toasts.ts";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { ActMessages } from "./ActMessages.tsx";
import { callInTurnDocument, type RespondentShown } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";

export interface CallFormProps {
  card: CaseCardFragment;
  respondent: RespondentShown;
  onDone: () => void;
  onCancel: () => void;
}

/** 回访 of one respondent: reached or not, the respondent's own word, and what comes of it before it is recorded. */
export function CallForm({ card, respondent, onDone, onCancel }: CallFormProps) {
  const w = useWords(callbackWords);
  const { ui } = useWords();
  const [reached, setReached] = useState<"yes" | "no">("yes");
  const [solved, setSolved] = useState<"yes" | "no" | null>(null);
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [words, setWords] = useState("");
  const done = () => {
    showToast({ tone: "good", title: w.recorded });
    onDone();
  };
  const { act, send } = useAct(callInTurnDocument, "callBack", { card, onDone: done, onCancel }, ["resolved", "satisfaction", "words"]);
  const isReached = reached === "yes";
  const isWrong = isReached && satisfaction === "DISSATISFIED";
  const submit = () =>
    void send(
      { respondent: respondent.key, reached: isReached, ...(isReached && solved && satisfaction ? { resolved: solved === "yes", satisfaction } : {}), ...(words.trim() ? { words } : {}) },
      {
        resolved: isReached ? missing(w.solvedMissing, solved) : undefined,
        satisfaction: isReached ? missing(w.satisfiedMissing, satisfaction) : undefined,
        words: isWrong ? missing(w.wordsMissing, words) : undefined,
      },
    );
  return (
    <form
      noValidate
      aria-label={w.callOf(respondent.name)}
      className="flex flex-col gap-3 rounded-one bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LabelledSegments
        label={w.reached}
        value={reached}
        onChange={setReached}
        segments={[
          { id: "yes", label: w.reachedYes },
          { id: "no", label: w.reachedNo },
        ]}
      />
      {isReached && (
        <>
          <Solved value={solved} onChange={setSolved} error={act.errorOf("resolved")} />
          <FaceChoice label={w.satisfied} value={satisfaction} onChange={setSatisfaction} error={act.errorOf("satisfaction")} choices={satisfactions} />
        </>
      )}
      <TextArea label={isWrong ? w.words : w.wordsOptional} value={words} onChange={setWords} error={act.errorOf("words")} rows={2} isRequired={isWrong} validationBehavior="aria" />
      <Then respondent={respondent} satisfaction={isReached ? satisfaction : null} isReached={isReached} />
      <ActMessages act={act} />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button type="submit" variant="primary" isPending={act.isPending}>
          {w.record}
        </Button>
      </div>
    </form>
  );
}

function Solved({ value, onChange, error }: { value: "yes" | "no" | null; onChange: (value: "yes" | "no") => void; error: string | undefined }) {
  const w = useWords(callbackWords);
  return (
    <RadioGroup
      label={w.solved}
      value={value}
      onChange={onChange}
      choices={[
        { id: "yes", label: w.solvedYes },
        { id: "no", label: w.solvedNo },
      ]}
      orientation="horizontal"
      error={error}
      isRequired
    />
  );
}

/** What comes of it, before it is recorded. */
function Then({ respondent, satisfaction, isReached }: { respondent: RespondentShown; satisfaction: Satisfaction | null; isReached: boolean }) {
  const w = useWords(callbackWords);
  const now = useNow();
  const { attempts, daysAsked, daysNeeded, effects, isAnonymous, nextOn } = respondent;
  const today = localDateOf(new Date(now).toISOString());
  const effect = effects.find((one) => one.satisfaction === satisfaction)?.effect;
  const isSame = attempts.some(({ at, counts }) => counts && localDateOf(new Date(at).toISOString()) === today);
  const attempt = nextOn === today ? w.attemptCounts(daysAsked + 1, daysNeeded) : isSame ? w.attemptSame : nextOn === null ? w.enough : w.attemptHoliday;
  const said = isReached ? effect && w.effect[effect] : isAnonymous ? undefined : attempt;
  return (
    <p role="status" className={said ? "flex gap-2" : "sr-only"}>
      {said && (
        <>
          <Icon name="info" size="small" className="mt-0.5 shrink-0 text-accent" />
          <span>
            <span className="font-medium">{w.next}</span> {said}
          </span>
        </>
      )}
    </p>
  );
}
