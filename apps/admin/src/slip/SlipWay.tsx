import { namesIn, type CaseStatus } from "@bandeng/domain";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { SlipCase } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";

const steps = ["TOLD", "TAKEN", "WORKED", "ASKED", "OVER"] as const;
const stepOf: Partial<Record<CaseStatus, (typeof steps)[number]>> = { COLLECTED: "TOLD", ACCEPTED: "TAKEN", DELIBERATING: "WORKED", IN_PROGRESS: "WORKED", ON_HOLD: "WORKED", RESOLVED: "ASKED", CLOSED: "OVER" };

/** How far the matter has come, in words a neighbour would use. */
export function SlipWay({ shown }: { shown: SlipCase }) {
  const w = useWords(slipWords);
  const format = useFormat();
  const { language } = useLanguage();
  const status = shown.status === "RESOLVED" && shown.answer ? w.rated : w.status[shown.status];
  return (
    <section aria-labelledby="slip-way" className="flex flex-col gap-3">
      <h2 id="slip-way" className="sr-only">
        {w.way}
      </h2>
      <div className="rounded-one border border-line bg-surface p-4">
        <p className="text-title font-semibold">{status}</p>
        <p className="text-small text-ink-soft">
          {shown.level && !["CLOSED", "DECLINED", "WITHDRAWN", "MERGED"].includes(shown.status) && `${w.level[shown.level]} · `}
          {w.since(format.dateTime(shown.since))}
        </p>
        <Steps status={shown.status} />
      </div>
      {shown.confidential ? (
        <p className="flex gap-2 text-small text-ink-soft">
          <Icon name="lock" size="small" className="mt-1" />
          {w.confidential}
        </p>
      ) : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-body">
          {shown.kind && <Fact name={w.kind}>{namesIn(language).kind[shown.kind]}</Fact>}
          {shown.no && <Fact name={w.number}>{shown.no}</Fact>}
          {shown.community && <Fact name={w.place}>{shown.community}</Fact>}
          {shown.promisedAt && shown.status !== "RESOLVED" && <Fact name={w.promised}>{w.promisedBy(format.dateTime(shown.promisedAt))}</Fact>}
        </dl>
      )}
      {shown.result !== null && (
        <div className="rounded-one bg-sunken p-4">
          <h3 className="text-small text-ink-soft">{w.done}</h3>
          <p className="break-words whitespace-pre-line">{shown.result}</p>
        </div>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </>
  );
}

/** The way from the first word to the end; nothing of it for what ended elsewhere. */
function Steps({ status }: { status: CaseStatus }) {
  const w = useWords(slipWords);
  const at = stepOf[status];
  if (!at) return null;
  return (
    <ol className="mt-3 grid grid-cols-5 gap-1">
      {steps.map((step) => {
        const isPast = steps.indexOf(step) <= steps.indexOf(at);
        return (
          <li key={step} aria-current={step === at ? "step" : undefined} className="flex min-w-0 flex-col gap-1">
            <span aria-hidden="true" className={`h-1.5 rounded-one ${isPast ? "bg-accent" : "bg-line-strong"}`} />
            <span className={`text-small break-words ${step === at ? "font-semibold text-ink" : "text-ink-soft"}`}>
              {w.steps[step]}
              {step === at && <span className="sr-only"> · {w.here}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
