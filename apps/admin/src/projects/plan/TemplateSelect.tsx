import { communityOf } from "@bandeng/domain";
import { useQuery } from "urql";
import { newIdempotencyKey } from "../../client/idempotency.ts";
import { Select } from "../../ui/Select.tsx";
import { useWords } from "../../words/useWords.tsx";
import { templatesDocument } from "../project-documents.ts";
import { words } from "../project-words.ts";
import { draftOf, type PlanDraft } from "./plan-draft.ts";

export interface ChosenTemplate {
  id: string;
  draft: PlanDraft;
}

interface TemplateSelectProps {
  gridCode: string;
  value: string | null;
  onChange: (template: ChosenTemplate | null) => void;
}

const none = "NONE";

/** An exemplary project to start from: its rows with ids of their own, the days to be chosen anew. Nothing is drawn where there is none. */
export function TemplateSelect({ gridCode, value, onChange }: TemplateSelectProps) {
  const w = useWords(words);
  const [{ data }] = useQuery({ query: templatesDocument, variables: { areas: [communityOf(gridCode)], first: 50 } });
  const templates = data?.projects.nodes ?? [];
  if (templates.length === 0) return null;
  const choose = (id: string) => {
    const found = templates.find((one) => one.id === id);
    if (!found) return onChange(null);
    const draft = draftOf(found);
    onChange({
      id,
      draft: {
        ...draft,
        deliverables: draft.deliverables.map((row) => ({ ...row, id: newIdempotencyKey() })),
        milestones: draft.milestones.map((row) => ({ ...row, id: newIdempotencyKey(), dueOn: null })),
      },
    });
  };
  return <Select label={w.template} items={[{ id: none, label: w.templateNone }, ...templates.map(({ id, no, title }) => ({ id, label: `${no} ${title}` }))]} value={value ?? none} onChange={choose} />;
}
