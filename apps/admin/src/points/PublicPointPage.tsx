import { namesIn } from "@bandeng/domain";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { DoorBox, DoorPage } from "../session/DoorPage.tsx";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { hoursLines } from "./hours-text.ts";
import { pointsWords } from "./points-words.ts";
import { readPublicPoint, type PublicAnswer, type PublicPoint } from "./public-point.ts";

/** Where the poster's code leads: what the point is, when it is open, and what one can do there. For everybody, without a session. */
export function PublicPointPage() {
  const { code } = useParams({ from: "/p/$code" });
  const w = useWords(pointsWords);
  const [answer, setAnswer] = useState<PublicAnswer | null>(null);
  const ask = useCallback(() => void readPublicPoint(code).then(setAnswer), [code]);
  useEffect(ask, [ask]);
  const title = answer?.kind === "found" ? answer.point.name : w.posterTitle;
  return (
    <DoorPage title={title} isTitleShown>
      {answer === null ? (
        <Skeleton label={w.loading} lines={6} />
      ) : answer.kind === "found" ? (
        <Told point={answer.point} />
      ) : answer.kind === "none" ? (
        <EmptyState title={w.publicNotFound} icon="pin">
          {w.publicNotFoundNote}
        </EmptyState>
      ) : (
        <ErrorState title={answer.kind === "busy" ? w.publicBusy : w.publicFailed} onRetry={ask} />
      )}
    </DoorPage>
  );
}

function Told({ point }: { point: PublicPoint }) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const isOpen = point.closedOn === null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{point.community}</span>
        <Chip>{namesIn(language).pointKind[point.kind]}</Chip>
        {isOpen && point.hours.length > 0 && (
          <Chip tone={point.openNow ? "good" : "neutral"} icon={point.openNow ? "check" : "clock"}>
            {point.openNow ? w.publicOpenNow : w.publicShutNow}
          </Chip>
        )}
      </div>
      {point.closedOn !== null && (
        <div role="alert" className="rounded-one bg-warn-soft px-3 py-2">
          <p className="font-medium text-warn">{w.publicClosed}</p>
          <p>{w.publicClosedNote(format.date(point.closedOn))}</p>
        </div>
      )}
      {isOpen && (
        <dl className="flex flex-col gap-3">
          <div>
            <dt className="text-ink-soft">{w.place}</dt>
            <dd className="text-lead">{point.place}</dd>
          </div>
          <div>
            <dt className="text-ink-soft">{w.hours}</dt>
            {hoursLines(point.hours, point.hoursWords, w).map((line) => (
              <dd key={line} className="text-lead">
                {line}
              </dd>
            ))}
          </div>
        </dl>
      )}
      <DoorBox>
        <h2 className="mb-2 text-lead font-semibold">{w.publicHow}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          {isOpen && point.kind !== "ONLINE" && <li>{w.publicPaper}</li>}
          {point.officePhone !== null && (
            <li>
              <a href={`tel:${point.officePhone}`} className="inline-flex min-h-11 items-center text-accent underline underline-offset-2">
                {w.publicPhone(point.officePhone)}
              </a>
            </li>
          )}
          <li>{w.publicVisit(point.office)}</li>
        </ul>
        <p className="mt-3 text-ink-soft">{w.publicOnline}</p>
        <Link to="/s" className="mt-2 inline-flex min-h-11 items-center">
          {w.publicSlip}
        </Link>
      </DoorBox>
    </>
  );
}
