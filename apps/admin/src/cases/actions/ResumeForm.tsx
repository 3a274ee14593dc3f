import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { useAct } from "./use-act.ts";

const resumeCaseDocument = graphql(`
  mutation ResumeCase($input: ResumeCaseInput!) {
    resumeCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 恢复: a held case goes on where it was. */
export default function ResumeForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(resumeCaseDocument, "resume", props);
  return <ActionFrame action="resume" act={act} onCancel={props.onCancel} onSubmit={() => void send({})} note={w.resumeNote} />;
}
