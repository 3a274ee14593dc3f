import { namesIn } from "@bandeng/domain";
import { Icon } from "../ui/Icon.tsx";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { stages } from "./project-text.ts";
import { words } from "./project-words.ts";

/** How far it has come: the way from draft to strike-off, with where it stands. */
export function Stages({ project }: Pick<PartGiven, "project">) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { state } = project;
  const at = stages.findIndex((stage) => stage === (state === "RETURNED" ? "DRAFT" : state));
  if (at < 0) return null;
  return (
    <ol aria-label={w.stages} className="grid grid-cols-3 gap-1 sm:grid-cols-6">
      {stages.map((stage, index) => {
        const isDone = index < at || state === "STRUCK_OFF";
        const isNow = index === at && !isDone;
        const look = isDone ? "border-good text-good" : isNow ? "border-accent font-medium text-accent-ink" : "border-line text-ink-soft";
        return (
          <li key={stage} {...(index === at ? { "aria-current": "step" } : {})} className={`flex min-w-0 items-center gap-1 border-t-4 pt-1 text-small ${look}`}>
            {isDone && <Icon name="check" size="small" />}
            <span className="min-w-0 truncate">{isNow ? names.projectState[state] : w.stage[stage]}</span>
            <VisuallyHidden>{isDone ? w.stageDone : isNow ? w.stageNow : w.stageNext}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}
