import { useState } from "react";
import { expertWords } from "../../experts/expert-words.ts";
import { useCaseHelp } from "../../experts/use-case-help.ts";
import { graphql } from "../../graphql/gql.ts";
import { Select } from "../../ui/Select.tsx";
import { useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const releaseExpertDocument = graphql(`
  mutation ReleaseExpert($input: ReleaseExpertInput!) {
    releaseExpert(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** Lets an expert go who came. */
export default function ReleaseExpertForm(props: ActionFormProps) {
  const w = useWords(expertWords);
  const { act, send } = useAct(releaseExpertDocument, "releaseExpert", props, ["personId"]);
  const { help, isReading } = useCaseHelp(props.card.id);
  const helpers = help?.helpers ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const personId = chosen ?? (helpers.length === 1 ? (helpers[0]?.personId ?? null) : null);
  const submit = () => send({ personId: personId ?? "" }, { personId: missing(w.choose(w.expert), personId) });
  return (
    <ActionFrame action="releaseExpert" act={act} onCancel={props.onCancel} onSubmit={() => void submit()} blockedReason={helpers.length === 0 && !isReading ? w.noHelper : undefined}>
      <Select label={w.expert} items={helpers.map((one) => ({ id: one.personId, label: one.person?.name ?? w.someone }))} value={personId} onChange={setChosen} error={act.errorOf("personId")} isRequired />
    </ActionFrame>
  );
}
