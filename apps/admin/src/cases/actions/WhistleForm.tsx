import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { useAct } from "./use-act.ts";

const departmentsDocument = graphql(`
  query Departments($area: ID!) {
    departments(area: $area) {
      id
      name
    }
  }
`);

const blowWhistleDocument = graphql(`
  mutation BlowWhistle($input: BlowWhistleInput!) {
    blowWhistle(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 吹哨: a department is called to the case; the level stays. */
export default function WhistleForm(props: ActionFormProps) {
  const w = useWords(caseWords);
  const { act, send } = useAct(blowWhistleDocument, "whistle", props, ["departmentId", "ask"]);
  const [{ data }] = useQuery({ query: departmentsDocument, variables: { area: props.card.gridCode } });
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [ask, setAsk] = useState("");
  const submit = () =>
    send({ departmentId: departmentId ?? "", ask }, { departmentId: missing(w.chooseOne(w.department), departmentId), ask: missing(w.fill(w.ask), ask) });
  return (
    <ActionFrame action="whistle" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <Select
        label={w.department}
        items={(data?.departments ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={departmentId}
        onChange={setDepartmentId}
        error={act.errorOf("departmentId")}
        isRequired
      />
      <TextArea label={w.ask} value={ask} onChange={setAsk} error={act.errorOf("ask")} isRequired />
      <TemplateMenu kind="WHISTLE" gridCode={props.card.gridCode} value={ask} onChange={setAsk} />
    </ActionFrame>
  );
}
