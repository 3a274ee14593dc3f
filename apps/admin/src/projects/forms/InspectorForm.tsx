import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { KnownPersonPicker } from "../../councils/KnownPersonPicker.tsx";
import { useWords } from "../../words/useWords.tsx";
import { nameInspectorDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 指定核查人: who verifies and strikes off in the street's place. */
export function InspectorForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(nameInspectorDocument, project, ["personId", "inspectorId"], onDone);
  const [personId, setPerson] = useState<string | null>(null);
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ personId: personId ?? "" }, { personId: missing(w.choose(w.inspector), personId) })}>
      <KnownPersonPicker
        label={w.inspector}
        description={w.inspectorNote}
        area={project.communityCode.slice(0, 9)}
        without={project.secretary ? [project.secretary.id] : []}
        value={personId}
        onChange={setPerson}
        error={verb.errorOf("personId") ?? verb.errorOf("inspectorId")}
        isRequired
      />
    </TaskFrame>
  );
}
