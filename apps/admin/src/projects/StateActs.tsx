import { type ProjectAction, weightSum } from "@bandeng/domain";
import type { ProjectShownFragment } from "../graphql/graphql.ts";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** What moves the project on or back, in the order of its way; the others stand with what they concern. */
const acts: readonly ProjectAction[] = ["submit", "publicise", "run", "requestStrikeOff", "strikeOff", "returnPlan", "returnStrikeOff", "abandon"];

/** The step that is due now, as far as the page can see; what the rules ask beyond that the server says. */
function nextStep({ state, filing, milestones, publicityUntil, openObjections, progress }: ProjectShownFragment, now: number): ProjectAction | null {
  switch (state) {
    case "DRAFT":
    case "RETURNED":
      return filing && weightSum(milestones) === 100 ? "submit" : null;
    case "SUBMITTED":
      return "publicise";
    case "PUBLICISED":
      return openObjections === 0 && publicityUntil != null && Date.parse(publicityUntil) <= now ? "run" : null;
    case "RUNNING":
      return progress === 100 ? "requestStrikeOff" : null;
    case "STRIKE_OFF_REQUESTED":
      return "strikeOff";
    default:
      return null;
  }
}

/** Every step of the way as a button: what is possible first, the one that is due marked. */
export function StateActs({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const next = nextStep(project, useNow());
  const ordered = acts.toSorted((a, b) => Number(block(a) !== undefined) - Number(block(b) !== undefined));
  return (
    <div role="group" aria-label={w.acts} className="flex flex-wrap gap-2">
      {ordered.map((action) => (
        <TaskButton key={action} task={{ action }} variant={action === next && block(action) === undefined ? "primary" : "plain"} {...{ block, onTask }} />
      ))}
    </div>
  );
}
