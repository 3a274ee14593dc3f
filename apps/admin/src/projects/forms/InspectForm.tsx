import { localDateOf } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { Notice } from "../../cases/actions/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useNow } from "../../words/use-now.ts";
import { useWords } from "../../words/useWords.tsx";
import { inspectableMonths } from "../inspection-months.ts";
import { monthParts } from "../project-text.ts";
import { recordInspectionDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 巡查: what was found in one month, and what comes next. */
export function InspectForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useProjectTask(recordInspectionDocument, project, ["month", "finding", "next"], onDone);
  const thisMonth = localDateOf(new Date(useNow()).toISOString()).slice(0, 7);
  const months = inspectableMonths(project, thisMonth);
  const [month, setMonth] = useState(given.task.about ?? months[0] ?? thisMonth);
  const [finding, setFinding] = useState("");
  const [next, setNext] = useState("");
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ month, finding, next }, { finding: missing(w.fill(w.finding), finding) })}>
      <Select label={w.month} items={months.map((id) => ({ id, label: w.monthOf(...monthParts(id)) }))} value={month} onChange={setMonth} error={verb.errorOf("month")} isRequired />
      {month < thisMonth && <Notice tone="warn">{w.lateNote}</Notice>}
      <TextArea label={w.finding} rows={4} value={finding} onChange={setFinding} error={verb.errorOf("finding")} isRequired autoFocus />
      <TextArea label={w.next} rows={2} value={next} onChange={setNext} error={verb.errorOf("next")} />
    </TaskFrame>
  );
}
