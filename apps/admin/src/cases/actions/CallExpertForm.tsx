import { type ExpertSkill } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { categoryName } from "../../categories/own-trees.ts";
import { offeredExpertsDocument } from "../../experts/expert-documents.ts";
import { expertWords } from "../../experts/expert-words.ts";
import { OfferedExperts } from "../../experts/OfferedExperts.tsx";
import { SkillChoice } from "../../experts/SkillChoice.tsx";
import { graphql } from "../../graphql/gql.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

const callExpertDocument = graphql(`
  mutation CallExpert($input: CallExpertInput!) {
    callExpert(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 随时调用: a skill, whoever is offered first, and the call goes out: three taps where the words need no change. */
export default function CallExpertForm(props: ActionFormProps) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const { card } = props;
  const { act, send } = useAct(callExpertDocument, "callExpert", props, ["skills", "ask", "expertIds"]);
  const [skills, setSkills] = useState<ExpertSkill[]>([]);
  const category = (card.category && categoryName(card.category, card.gridCode, language)) || w.someCategory;
  const [ask, setAsk] = useState(() => w.askDefault(category));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [{ data, fetching }] = useQuery({ query: offeredExpertsDocument, variables: { area: card.gridCode, skills, case: card.id }, pause: skills.length === 0, requestPolicy: "cache-and-network" });
  const offered = skills.length === 0 ? [] : (data?.experts.nodes ?? []);
  const callable = offered.filter(({ standing }) => standing === "CALLABLE").map(({ id }) => id);
  // Until somebody is chosen by hand the first on the list is asked first.
  const expertIds = (chosen ?? callable.slice(0, 1)).filter((id) => callable.includes(id));
  const submit = () =>
    send({ skills, ask, expertIds: [...expertIds] }, { skills: missing(w.choose(w.skillsWanted), skills), ask: missing(w.fill(w.ask), ask), expertIds: missing(w.choose(w.expert), expertIds) });
  return (
    <ActionFrame action="callExpert" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <SkillChoice
        label={w.skillsWanted}
        value={skills}
        onChange={(next) => {
          setSkills(next);
          setChosen(null);
        }}
        error={act.errorOf("skills")}
        isRequired
      />
      <OfferedExperts experts={offered} isReading={fetching && skills.length > 0} hasSkill={skills.length > 0} value={expertIds} onChange={setChosen} error={skills.length > 0 ? act.errorOf("expertIds") : undefined} />
      <TextArea label={w.ask} description={w.askNote} value={ask} onChange={setAsk} error={act.errorOf("ask")} rows={3} isRequired />
    </ActionFrame>
  );
}
