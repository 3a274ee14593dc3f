import { useState } from "react";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { setProgrammesDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 列入的专项: the whole list, a line each. */
export function ProgrammesForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(setProgrammesDocument, project, ["programmes", "name"], onDone);
  const [text, setText] = useState(project.programmes.join("\n"));
  const programmes = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ programmes })}>
      <TextArea label={w.programmes} description={w.programmesNote} rows={3} value={text} onChange={setText} error={verb.errorOf("programmes") ?? verb.errorOf("name")} autoFocus />
    </TaskFrame>
  );
}
