import { useWords } from "../../words/useWords.tsx";
import { markExemplaryDocument, requestStrikeOffDocument, runProjectDocument, submitProjectDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

// Acts that ask for nothing.

/** 报审. */
export function SubmitForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(submitProjectDocument, project, [], onDone);
  return <TaskFrame {...given} note={w.submitNote} verb={verb} onSubmit={() => send({})} />;
}

/** 开始实施. */
export function RunForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(runProjectDocument, project, [], onDone);
  return <TaskFrame {...given} note={w.runNote} verb={verb} onSubmit={() => send({})} />;
}

/** 申请销号. */
export function RequestStrikeOffForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(requestStrikeOffDocument, project, [], onDone);
  return <TaskFrame {...given} note={w.requestNote} verb={verb} onSubmit={() => send({})} />;
}

/** 列为示范, or taken back. */
export function MarkExemplaryForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(markExemplaryDocument, project, [], onDone);
  return <TaskFrame {...given} note={project.exemplary ? w.exemplaryOff : w.exemplaryOn} verb={verb} onSubmit={() => send({ exemplary: !project.exemplary })} />;
}
