import { namesIn, type ProjectAction } from "@bandeng/domain";
import type { ReactNode } from "react";
import { Section } from "../cases/Section.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { noonOf } from "./project-text.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** What else is on record of a project: study and filing, programmes, years, who verifies, how it was appraised, who owns it. */
export function Records({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const grades = namesIn(language).appraisalGrade;
  const { filing, programmes, carriedOver, inspector, appraisals, exemplary, secretary, templateOf } = project;
  const row = (name: string, action: ProjectAction, content: ReactNode) => (
    <Row name={name} act={<TaskButton task={{ action }} {...{ block, onTask }} />}>
      {content}
    </Row>
  );
  return (
    <Section title={w.record}>
      <dl className="flex flex-col divide-y divide-line">
        {row(
          w.filing,
          "fileStudy",
          filing ? (
            <>
              <p>{w.filed(format.date(noonOf(filing.meetingOn)), format.date(filing.at))}</p>
              <p className="whitespace-pre-wrap text-ink-soft">{filing.words}</p>
            </>
          ) : (
            w.notFiled
          ),
        )}
        {row(w.programmes, "setProgrammes", programmes.length > 0 ? programmes.join(language === "zh" ? "、" : ", ") : w.noProgrammes)}
        {row(w.carryOver, "carryOver", carriedOver.length > 0 ? carriedOver.map((one) => <p key={one.toYear}>{w.carriedFrom(one.fromYear, one.toYear, one.reason)}</p>) : w.notCarried)}
        {row(w.inspector, "nameInspector", inspector ? inspector.name : w.noInspector)}
        {row(
          w.appraisal,
          "appraise",
          appraisals.length > 0
            ? appraisals.map((one) => (
                <div key={one.id}>
                  <p>{w.appraised(one.year, grades[one.grade])}</p>
                  <p className="whitespace-pre-wrap text-ink-soft">{one.words}</p>
                </div>
              ))
            : w.notAppraised,
        )}
        {row(w.exemplaryRow, "markExemplary", exemplary ? w.isExemplary : w.notExemplary)}
        {row(w.owner, "handOver", secretary?.name ?? w.erased)}
        {templateOf && (
          <Row name={w.template}>
            <Link to="/projects/$id" params={{ id: templateOf.id }}>
              {templateOf.no} {templateOf.title}
            </Link>
          </Row>
        )}
      </dl>
    </Section>
  );
}

function Row({ name, act, children }: { name: string; act?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-2">
      <dt className="text-small text-ink-soft">{name}</dt>
      <dd className="col-start-1 min-w-0 break-words">{children}</dd>
      {act && <dd className="col-start-2 row-span-2 row-start-1">{act}</dd>}
    </div>
  );
}
