import { appraisalGrades, namesIn, projectYears, type AppraisalGrade } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { appraiseProjectDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 年终评议 of one year. */
export function AppraiseForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { verb, send } = useProjectTask(appraiseProjectDocument, project, ["year", "grade", "words"], onDone);
  const years = projectYears(project).filter((year) => !project.appraisals.some((one) => one.year === year));
  const [year, setYear] = useState(String(years[0] ?? project.year));
  const [grade, setGrade] = useState<AppraisalGrade>("GOOD");
  const [said, setSaid] = useState("");
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ year: Number(year), grade, words: said }, { words: missing(w.fill(w.appraisalWords), said) })}>
      <Select label={w.appraisalYear} items={years.map((one) => ({ id: String(one), label: w.yearOf(one) }))} value={year} onChange={setYear} error={verb.errorOf("year")} isRequired />
      <RadioGroup label={w.grade} choices={appraisalGrades.map((id) => ({ id, label: namesIn(language).appraisalGrade[id] }))} value={grade} onChange={setGrade} orientation="horizontal" error={verb.errorOf("grade")} />
      <TextArea label={w.appraisalWords} rows={3} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired />
    </TaskFrame>
  );
}
