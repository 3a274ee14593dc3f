import { namesIn, type CaseAction } from "@bandeng/domain";
import type { ReactNode } from "react";
import { requestIdOf } from "../client/request-id.ts";
import { Section } from "../cases/Section.tsx";
import { Whistles } from "../cases/Waiting.tsx";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { ExpertCalls } from "./ExpertCalls.tsx";
import { expertWords } from "./expert-words.ts";
import { Facts } from "./Facts.tsx";
import { openFactsOf } from "./open-facts.ts";
import { useCaseHelp } from "./use-case-help.ts";

interface HelpPanelProps {
  detail: CaseDetailFragment;
  onAct: (action: CaseAction) => void;
}

/** 专家与部门: who was called to the case, what has to be found out, and which departments are to come. */
export default function HelpPanel({ detail, onAct }: HelpPanelProps) {
  const w = useWords(expertWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const { help, error, isReading, reload } = useCaseHelp(detail.id);
  if (!help && error) return <ErrorState requestId={requestIdOf(error)} onRetry={reload} isRetrying={isReading} />;
  if (!help) return <Skeleton label={ui.loading} lines={6} />;
  const why = (action: CaseAction) => detail.actions.find((one) => one.action === action)?.message ?? undefined;
  const button = (action: CaseAction, label: string): ReactNode => (
    <Button size="small" disabledReason={why(action)} onPress={() => onAct(action)}>
      {label}
    </Button>
  );
  const open = openFactsOf(help.facts);
  return (
    <div className="flex flex-col gap-5">
      <Section title={w.experts} aside={button("callExpert", w.callNow)}>
        {help.helpers.length > 0 && (
          <ul aria-label={w.helpers} className="mb-3 flex flex-col gap-1">
            {help.helpers.map(({ personId, person }) => (
              <li key={personId} className="flex flex-wrap items-center gap-2">
                <Icon name="user" size="small" className="text-good" />
                <span className="font-medium">{person?.name ?? w.someone}</span>
                <Chip tone="good">{w.helpers}</Chip>
                <span className="ms-auto">
                  <Button size="small" aria-label={w.releaseFor(person?.name ?? w.someone)} disabledReason={why("releaseExpert")} onPress={() => onAct("releaseExpert")}>
                    {w.release}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
        <ExpertCalls calls={help.expertCalls} note={button("answerCall", w.noteAnswer)} />
      </Section>
      <Section
        title={w.facts}
        aside={
          <span className="flex items-center gap-2">
            {open > 0 && (
              <Chip tone="warn" icon="help">
                {w.openCount(open)}
              </Chip>
            )}
            {button("askFact", w.askFact)}
          </span>
        }
      >
        <Facts facts={help.facts} whyNotAnswer={why("answerFact")} whyNotWithdraw={why("withdrawFact")} onAct={onAct} />
      </Section>
      <div>
        {detail.whistles.length > 0 ? <Whistles whistles={detail.whistles} /> : <Section title={w.departments}>{<p className="text-ink-soft">{w.noWhistles}</p>}</Section>}
        <div className="mt-2 flex flex-wrap gap-2">
          {(["whistle", "release"] as const).map((action) => (
            <span key={action}>{button(action, namesIn(language).action[action])}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
