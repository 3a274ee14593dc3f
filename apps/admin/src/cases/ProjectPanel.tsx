import { namesIn } from "@bandeng/domain";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import type { CaseProjectQuery } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseProjectDocument } from "./case-documents.ts";
import { CaseMentionLine } from "./CaseMentionLine.tsx";
import { caseWords } from "./case-words.ts";
import { Section } from "./Section.tsx";
import { useNow } from "../words/use-now.ts";

/** The secretary project that adopted the case. */
export default function ProjectPanel({ projectId }: { projectId: string | null }) {
  const w = useWords(caseWords);
  const { ui } = useWords();
  const [{ data, error, fetching }, again] = useQuery({ query: caseProjectDocument, variables: { id: projectId ?? "" }, pause: projectId === null });
  if (projectId === null) return <EmptyState title={w.noProject} icon="star">{w.noProjectNote}</EmptyState>;
  if (error && !data) return <ErrorState requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={ui.loading} lines={6} />;
  return data.project ? <Project project={data.project} /> : <EmptyState title={w.relatedHidden} icon="lock" />;
}

type ProjectData = NonNullable<CaseProjectQuery["project"]>;

function Project({ project }: { project: ProjectData }) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const texts = [
    [w.problem, project.problem],
    [w.goal, project.goal],
    [w.measures, project.measures],
  ].filter(([, text]) => text);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-lead font-semibold">
          <Link to="/projects/$id" params={{ id: project.id }}>
            {project.title}
          </Link>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
          <span>{w.project(project.no)}</span>
          <Chip tone={project.state === "STRUCK_OFF" ? "good" : "neutral"}>{namesIn(language).projectState[project.state]}</Chip>
          {project.secretary && <span>{w.secretary(project.secretary.name)}</span>}
          {project.budgetFen > 0 && <span>{w.budgetOf(format.money(project.budgetFen))}</span>}
          {project.publicityUntil && <span>{w.publicityUntil(format.dateTime(project.publicityUntil))}</span>}
          {project.struckOffAt && <span>{w.struckOff(format.date(project.struckOffAt))}</span>}
          {project.openObjections > 0 && <span className="text-warn">{w.openObjections(project.openObjections)}</span>}
        </p>
      </div>
      <Section title={w.progress} aside={w.progressOf(project.progress)}>
        <Milestones milestones={project.milestones} />
      </Section>
      {project.deliverables.length > 0 && (
        <Table
          caption={w.deliverablesTable}
          columns={[
            { id: "name", header: w.deliverableName, cell: ({ name, shortReason }) => (shortReason ? `${name} (${shortReason})` : name), isRowHeader: true },
            { id: "planned", header: w.deliverablePlanned, cell: ({ planned }) => format.number(planned), align: "end" },
            { id: "accepted", header: w.deliverableAccepted, cell: ({ accepted }) => format.number(accepted), align: "end" },
          ]}
          rows={project.deliverables}
          rowId={({ id }) => id}
        />
      )}
      {texts.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[6rem_1fr]">
          {texts.map(([name, text]) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="mb-1 whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {project.cases.length > 1 && (
        <Section title={w.projectCases}>
          {project.cases.map((mention) => (
            <CaseMentionLine key={mention.id} mention={mention} />
          ))}
        </Section>
      )}
    </div>
  );
}

/** The strip: each step as wide as its weight, filled when done; the list below says the same in words. */
function Milestones({ milestones }: Pick<ProjectData, "milestones">) {
  const w = useWords(caseWords);
  const format = useFormat();
  const now = useNow();
  const isLate = (dueOn: string) => Date.parse(`${dueOn}T18:00:00+08:00`) < now;
  return (
    <>
      <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-one bg-pressed">
        {milestones.map(({ id, weight, doneAt, dueOn }) => (
          <span key={id} style={{ width: `${weight}%` }} className={doneAt ? "bg-accent" : isLate(dueOn) ? "bg-bad-fill" : "bg-line-strong/40"} />
        ))}
      </div>
      <ol className="mt-2 flex flex-col gap-1">
        {milestones.map(({ id, title, weight, dueOn, doneAt, evidence }) => {
          const late = !doneAt && isLate(dueOn);
          return (
            <li key={id} className="flex gap-2">
              <Icon name={doneAt ? "done" : late ? "alert" : "clock"} size="small" className={`mt-0.5 ${doneAt ? "text-good" : late ? "text-bad" : "text-ink-soft"}`} />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap gap-x-3">
                  <span>{title}</span>
                  <span className="text-ink-soft">{weight}%</span>
                  <span className={late ? "text-bad" : "text-ink-soft"}>
                    {doneAt ? w.milestoneDone(format.date(doneAt)) : w.milestoneDue(format.date(`${dueOn}T12:00:00+08:00`))}
                    {late && ` · ${w.milestoneLate}`}
                  </span>
                </p>
                {evidence && <p className="text-small text-ink-soft">{evidence}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
