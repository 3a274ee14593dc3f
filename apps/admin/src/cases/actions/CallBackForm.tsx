import { satisfactions, type Satisfaction } from "@bandeng/domain";
import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { FaceChoice } from "./FaceChoice.tsx";
import { LabelledSegments } from "./LabelledSegments.tsx";
import { missing } from "./missing.ts";
import { RespondentSelect } from "./RespondentSelect.tsx";
import { useAct } from "./use-act.ts";

const recordCallbackDocument = graphql(`
  mutation RecordCallback($input: RecordCallbackInput!) {
    recordCallback(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 回访: one respondent, one attempt, in that person's own words. Who has answered is not asked again. */
export default function CallBackForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(recordCallbackDocument, "callBack", props, ["respondent", "reached", "resolved", "satisfaction", "words"]);
  const { detail } = useActionDetail(props.card.id);
  const waiting = (detail?.respondents ?? []).filter(({ satisfaction: said }) => said === null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reached, setReached] = useState<"yes" | "no">("yes");
  const [resolved, setResolved] = useState<"yes" | "no" | null>(null);
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [words, setWords] = useState("");
  const respondent = chosen ?? (waiting.length === 1 ? (waiting[0]?.key ?? null) : null);
  const isReached = reached === "yes";
  const submit = () =>
    send(
      {
        respondent: respondent ?? "",
        reached: isReached,
        ...(isReached && resolved && satisfaction ? { resolved: resolved === "yes", satisfaction } : {}),
        ...(words.trim() ? { words } : {}),
      },
      {
        respondent: missing(w.chooseOne(w.respondentCall), respondent),
        resolved: isReached ? missing(w.chooseOne(w.resolved), resolved) : undefined,
        satisfaction: isReached ? missing(w.chooseOne(w.satisfaction), satisfaction) : undefined,
        words: isReached && satisfaction === "DISSATISFIED" ? missing(w.fill(w.callWords), words) : undefined,
      },
    );
  return (
    <ActionFrame action="callBack" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <RespondentSelect label={w.respondentCall} respondents={waiting} value={respondent} onChange={setChosen} error={act.errorOf("respondent")} />
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
          <RadioGroup
            label={w.resolved}
            value={resolved}
            onChange={setResolved}
            choices={[
              { id: "yes", label: w.resolvedYes },
              { id: "no", label: w.resolvedNo },
            ]}
            orientation="horizontal"
            error={act.errorOf("resolved")}
            isRequired
          />
          <FaceChoice label={w.satisfaction} value={satisfaction} onChange={setSatisfaction} error={act.errorOf("satisfaction")} choices={satisfactions} />
        </>
      )}
      <TextArea
        label={satisfaction === "DISSATISFIED" && isReached ? w.callWords : w.optional(w.callWords)}
        value={words}
        onChange={setWords}
        error={act.errorOf("words")}
        rows={2}
        isRequired={satisfaction === "DISSATISFIED" && isReached}
      />
    </ActionFrame>
  );
}
