import { namesIn } from "@bandeng/domain";
import { Button } from "../ui/Button.tsx";
import { useLanguage } from "../words/useWords.tsx";
import type { CostTask, PartGiven } from "./cost-task.ts";

interface TaskButtonProps extends Pick<PartGiven, "block" | "onTask"> {
  task: CostTask;
  /** What of several it concerns: read out behind the label. */
  of?: string;
  variant?: "primary" | "plain";
}

/** Opens the form of one act; where it is not possible now, it says why. */
export function TaskButton({ task, of, variant = "plain", block, onTask }: TaskButtonProps) {
  const { language } = useLanguage();
  const shown = namesIn(language).costAction[task.action];
  return (
    <Button size="small" variant={variant} disabledReason={block(task.action)} onPress={() => onTask(task)} {...(of ? { "aria-label": `${shown} ${of}` } : {})}>
      {shown}
    </Button>
  );
}
