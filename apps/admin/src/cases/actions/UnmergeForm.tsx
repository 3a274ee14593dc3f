import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { useWords } from "../../words/useWords.tsx";
import { caseTimelineDocument } from "../case-documents.ts";
import { caseWords } from "../case-words.ts";
import { linkedCases } from "../event-sentence.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { useAct } from "./use-act.ts";

const unmergeCaseDocument = graphql(`
  mutation UnmergeCase($input: UnmergeCaseInput!) {
    unmergeCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Takes a merge back. Where it went stands in the log only. */
export default function UnmergeForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(unmergeCaseDocument, "unmerge", props);
  const [{ data }] = useQuery({ query: caseTimelineDocument, variables: { id: props.card.id, first: 100 } });
  const merged = data?.case?.events.find(({ type }) => type === "MERGED");
  const into = merged ? linkedCases(merged)[0] : undefined;
  return (
    <ActionFrame
      action="unmerge"
      act={act}
      onCancel={props.onCancel}
      onSubmit={() => void (into && send({ into }))}
      note={w.unmergeNote}
      blockedReason={into ? undefined : data ? w.relatedHidden : w.loading}
    />
  );
}
