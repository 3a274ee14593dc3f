import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { KnownPersonPicker } from "../../councils/KnownPersonPicker.tsx";
import { useWords } from "../../words/useWords.tsx";
import { handOverProjectDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 交接项目: to the next secretary, who takes it over or is handed it by the street. */
export function HandOverForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(handOverProjectDocument, project, ["personId", "to"], onDone);
  const [to, setTo] = useState<string | null>(null);
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ personId: to ?? "" }, { personId: missing(w.choose(w.nextOwner), to) })}>
      <KnownPersonPicker
        label={w.nextOwner}
        description={w.nextOwnerNote}
        area={project.communityCode}
        without={project.secretary ? [project.secretary.id] : []}
        value={to}
        onChange={setTo}
        error={verb.errorOf("personId") ?? verb.errorOf("to")}
        isRequired
      />
    </TaskFrame>
  );
}
