import { useState } from "react";
import { Section } from "../cases/Section.tsx";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { rateContractorDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { Stars } from "./Stars.tsx";

const choices = ["5", "4", "3", "2", "1"] as const;

/** 评价: once, after the last fen; what the next who asks for quotes will read. */
export function RateContractor({ plan }: { plan: CostShownFragment }) {
  const w = useWords(words);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [stars, setStars] = useState<(typeof choices)[number] | null>(null);
  const [said, setSaid] = useState("");
  const contractor = plan.quotes.find(({ id }) => id === plan.chosenQuoteId)?.contractor;
  const { verb, send } = useVerb(rateContractorDocument, ["stars", "words", "costPlanId"], () => {
    announce(w.rated);
    setOpen(false);
  });
  if (!contractor) return null;
  const given = contractor.ratings.find(({ costPlan }) => costPlan?.id === plan.id);
  const submit = () => void send({ id: contractor.id, expectedVersion: contractor.version, costPlanId: plan.id, stars: Number(stars), words: said }, { stars: stars === null ? w.starsMissing : undefined });
  return (
    <Section title={w.rating}>
      {given ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>{contractor.name}</span> <Stars stars={given.stars} /> <span className="whitespace-pre-wrap">{given.words}</span>
        </p>
      ) : isOpen ? (
        <div className="max-w-lg [--form-ground:var(--paper)]">
          <VerbForm title={w.rateOf(contractor.name)} submitLabel={w.rate} verb={verb} onSubmit={submit} onCancel={() => setOpen(false)}>
            <RadioGroup label={w.starsLabel} orientation="horizontal" choices={choices.map((id) => ({ id, label: w.starChoice[id] }))} value={stars} onChange={setStars} error={verb.errorOf("stars")} isRequired />
            <TextArea label={w.ratingWords} rows={2} value={said} onChange={setSaid} error={verb.errorOf("words")} />
          </VerbForm>
        </div>
      ) : (
        <Button disabledReason={areasOfRight(viewer, "KEEP_CONTRACTORS").length > 0 ? undefined : w.notKeeper} icon="star" onPress={() => setOpen(true)}>
          {w.rateOf(contractor.name)}
        </Button>
      )}
    </Section>
  );
}
