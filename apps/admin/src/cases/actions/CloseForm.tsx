import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { useActionDetail } from "./action-detail.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { useAct } from "./use-act.ts";

const closeCaseDocument = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    closeCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 结案 without all answers, after the attempts; whether they were enough is the server's to say. */
export default function CloseForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(closeCaseDocument, "close", props);
  const { detail } = useActionDetail(props.card.id);
  const silent = (detail?.respondents ?? []).filter(({ satisfaction }) => satisfaction === null);
  return (
    <ActionFrame action="close" act={act} onCancel={props.onCancel} onSubmit={() => void send({})} note={w.closeNote}>
      {silent.length > 0 && (
        <div className="rounded-one bg-sunken px-3 py-2">
          <p>{w.closeOpen(silent.length)}</p>
          <ul className="text-ink-soft">
            {silent.map(({ key, name, attempts }) => (
              <li key={key}>
                {name} · {attempts === 0 ? w.notAsked : w.attempts(attempts)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </ActionFrame>
  );
}
