import { namesIn } from "@bandeng/domain";
import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { categoryName } from "../../categories/own-trees.ts";
import { graphql } from "../../graphql/gql.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import { placeText, shortNo } from "../case-text.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { missing } from "./missing.ts";
import { useAct } from "./use-act.ts";

/** Two lists, since either of the two is enough: the same compound, or the same category. */
const mergeTargetsDocument = graphql(`
  query MergeTargets($areas: [ID!]!, $inCompound: CaseFilter, $ofCategory: CaseFilter, $hasCompound: Boolean!, $hasCategory: Boolean!) {
    inCompound: cases(areas: $areas, filter: $inCompound, first: 20) @include(if: $hasCompound) {
      nodes {
        ...CaseMention
      }
    }
    ofCategory: cases(areas: $areas, filter: $ofCategory, first: 20) @include(if: $hasCategory) {
      nodes {
        ...CaseMention
      }
    }
  }
`);

const mergeCaseDocument = graphql(`
  mutation MergeCase($input: MergeCaseInput!) {
    mergeCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 合并: it ends in another open case of the same compound or category; its reporters follow. */
export default function MergeForm(props: ActionFormProps) {
  const { card } = props;
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, send } = useAct(mergeCaseDocument, "merge", props, ["into"]);
  const [into, setInto] = useState<string | null>(null);
  const [text, setText] = useState("");
  const isChosen = into !== null;
  const asked = useDeferredValue(isChosen ? "" : text.trim());
  const { compoundId } = card.place;
  const kinds = card.kind === "DISPUTE" ? (["DISPUTE"] as const) : (["OPINION", "DIFFICULTY"] as const);
  const wanted = { kinds: [...kinds], ...(asked ? { text: asked } : {}) };
  const [{ data, fetching }] = useQuery({
    query: mergeTargetsDocument,
    variables: {
      areas: [card.gridCode.slice(0, 12)],
      hasCompound: compoundId != null,
      hasCategory: card.category != null,
      inCompound: { ...wanted, ...(compoundId ? { compoundIds: [compoundId] } : {}) },
      ofCategory: { ...wanted, ...(card.category ? { categories: [card.category] } : {}) },
    },
    requestPolicy: "cache-and-network",
  });
  const found = new Map([...(data?.inCompound?.nodes ?? []), ...(data?.ofCategory?.nodes ?? [])].map((one) => [one.id, one]));
  found.delete(card.id);
  const items = [...found.values()].map((one) => ({
    id: one.id,
    label: one.title,
    detail: [shortNo(one.no), names.status[one.status], placeText(one.place, w)].filter(Boolean).join(" · "),
  }));
  const category = card.category ? categoryName(card.category, card.gridCode, language) : undefined;
  return (
    <ActionFrame action="merge" act={act} onCancel={props.onCancel} onSubmit={() => void send({ into: into ?? "" }, { into: missing(w.chooseOne(w.into), into) })}>
      <ComboBox
        label={w.into}
        description={[w.intoHelp, [card.place.compoundName, category].filter(Boolean).join(" · ")].filter(Boolean).join(language === "zh" ? "：" : ": ")}
        items={items}
        value={into}
        onChange={setInto}
        inputValue={text}
        onInputChange={setText}
        isLoading={fetching}
        error={act.errorOf("into")}
        isRequired
      />
    </ActionFrame>
  );
}
