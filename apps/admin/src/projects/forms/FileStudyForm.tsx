import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { DateField } from "../../ui/DateField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { fileCollectiveStudyDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 集体研究备案: on which day the committee studied it, and what it came to. */
export function FileStudyForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useProjectTask(fileCollectiveStudyDocument, project, ["meetingOn", "words"], onDone);
  const [meetingOn, setMeetingOn] = useState<string | null>(project.filing?.meetingOn ?? day.max);
  const [said, setSaid] = useState(project.filing?.words ?? "");
  const submit = () => send({ meetingOn: meetingOn ?? "", words: said }, { meetingOn: missing(w.fill(w.meetingOn), meetingOn), words: missing(w.fill(w.filingWords), said) });
  return (
    <TaskFrame {...given} verb={verb} onSubmit={submit}>
      <DateField label={w.meetingOn} value={meetingOn} onChange={setMeetingOn} max={day.max} error={verb.errorOf("meetingOn")} isRequired />
      <TextArea label={w.filingWords} rows={4} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired />
    </TaskFrame>
  );
}
