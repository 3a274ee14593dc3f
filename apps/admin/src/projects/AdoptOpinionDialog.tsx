import { namesIn, type UrgencyTag, urgencyTags } from "@bandeng/domain";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { KindFields, type Kinds } from "../cases/actions/KindFields.tsx";
import { missing } from "../cases/actions/missing.ts";
import { type ChosenPlace, PlaceFields } from "../cases/actions/PlaceFields.tsx";
import { graphql } from "../graphql/gql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { emptyPlan, planOf, written } from "./plan/plan-draft.ts";
import { PlanFields, planPaths, usePlanProblems } from "./plan/PlanFields.tsx";
import { words } from "./project-words.ts";

const adoptOpinionDocument = graphql(`
  mutation AdoptOpinion($input: AdoptOpinionInput!) {
    adoptOpinion(input: $input) {
      project {
        id
        no
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

/** One voice a line. */
const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** 直接立项: what residents said is written down, accepted and adopted in one act; it leads to the new project. */
export default function AdoptOpinionDialog({ communityCode, onClose }: { communityCode: string; onClose: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const tagNames = namesIn(language).tag;
  const navigate = useNavigate();
  const { verb, send } = useVerb(adoptOpinionDocument, ["words", "place", "category", "further", "tags", ...planPaths], ({ project }) => {
    onClose();
    if (project) void navigate({ to: "/projects/$id", params: { id: project.id } });
  });
  const [said, setSaid] = useState("");
  const [others, setOthers] = useState("");
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [kinds, setKinds] = useState<Kinds>({ kind: "OPINION", category: null, severity: "NORMAL" });
  const [tags, setTags] = useState<readonly UrgencyTag[]>([]);
  const [draft, setDraft] = useState(() => emptyPlan(""));
  const problemsOf = usePlanProblems();
  const submit = () => {
    const plan = written(draft);
    const voice = { channel: "VISIT" as const };
    void send(
      { ...voice, words: said, title: draft.title, place, kind: kinds.kind, category: kinds.category, severity: kinds.severity, tags: [...tags], further: linesOf(others).map((line) => ({ ...voice, words: line })), plan: planOf(plan) },
      { words: missing(w.fill(w.firstVoice), said), category: missing(w.choose(w.category), kinds.category), ...problemsOf(plan) },
    );
  };
  return (
    <Dialog title={w.adoptOpinion} isOpen onClose={onClose} size="large">
      <VerbForm title={w.adoptOpinion} hideTitle note={w.adoptOpinionNote} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextArea label={w.firstVoice} rows={2} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired autoFocus />
        <TextArea label={w.furtherVoices} description={w.furtherVoicesNote} rows={2} value={others} onChange={setOthers} error={verb.errorOf("further")} />
        <PlaceFields area={communityCode} value={place} onChange={setPlace} error={verb.errorOf("place")} />
        <KindFields value={kinds} gridCode={`${communityCode}000`} onChange={setKinds} errorOf={verb.errorOf} />
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="mb-1 font-medium">{w.urgency}</legend>
          {urgencyTags.map((tag) => (
            <CheckBox key={tag} isSelected={tags.includes(tag)} onChange={(on) => setTags(on ? [...tags, tag] : tags.filter((one) => one !== tag))}>
              {tagNames[tag]}
            </CheckBox>
          ))}
        </fieldset>
        <PlanFields draft={draft} onChange={setDraft} errorOf={verb.errorOf} />
      </VerbForm>
    </Dialog>
  );
}
