import { useState } from "react";
import { useQuery } from "urql";
import { shortNo } from "../../cases/case-text.ts";
import { missing } from "../../cases/actions/missing.ts";
import { graphql } from "../../graphql/gql.ts";
import { useSettled } from "../../intake/buildings.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { useWords } from "../../words/useWords.tsx";
import { addCaseToProjectDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

const adoptableCasesDocument = graphql(`
  query AdoptableCases($area: ID!, $text: String) {
    cases(areas: [$area], filter: { text: $text, adopted: false, statuses: [ACCEPTED, DELIBERATING, IN_PROGRESS, ON_HOLD] }, first: 20) {
      nodes {
        id
        no
        title
        place {
          buildingAddress
        }
      }
    }
  }
`);

/** 并入事项: one more open case of the community; whether it may be adopted the server says. */
export function AddCaseForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(addCaseToProjectDocument, project, ["caseId"], onDone);
  const [caseId, setCase] = useState<string | null>(null);
  const [text, setText] = useState("");
  const sought = useSettled(text.trim(), 200);
  const [{ data, fetching }] = useQuery({ query: adoptableCasesDocument, variables: { area: project.communityCode, text: sought === "" ? null : sought } });
  const items = (data?.cases.nodes ?? []).map(({ id, no, title, place }) => ({ id, label: title, detail: [shortNo(no), place.buildingAddress].filter(Boolean).join(" · ") }));
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ caseId: caseId ?? "" }, { caseId: missing(w.choose(w.caseToAdd), caseId) })}>
      <ComboBox label={w.caseToAdd} description={w.caseNote} items={items} value={caseId} onChange={setCase} inputValue={text} onInputChange={setText} isLoading={fetching} error={verb.errorOf("caseId")} isRequired />
    </TaskFrame>
  );
}
