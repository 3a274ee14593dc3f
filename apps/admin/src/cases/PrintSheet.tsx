import { namesIn } from "@bandeng/domain";
import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import { useQuery } from "urql";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseTimelineDocument } from "./case-documents.ts";
import { placeText, titleOf } from "./case-text.ts";
import { caseWords } from "./case-words.ts";
import "./case-print.css";
import { categoryName } from "../categories/own-trees.ts";
import { sentenceOf } from "./event-sentence.ts";
import { knownNames } from "./known-names.ts";

export interface PrintSheetProps {
  detail: CaseDetailFragment;
  onPrinted: () => void;
}

/** The case on A4: beside the page, seen by the printer only. Printed as soon as the log is here. */
export default function PrintSheet({ detail, onPrinted }: PrintSheetProps) {
  const [{ data, error }] = useQuery({ query: caseTimelineDocument, variables: { id: detail.id, first: 100 } });
  const isReady = data !== undefined || error !== undefined;
  useEffect(() => {
    if (!isReady) return;
    window.addEventListener("afterprint", onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [isReady, onPrinted]);
  return createPortal(
    <div className="case-sheet" aria-hidden="true">
      <Sheet detail={detail} events={data?.case?.events ?? []} />
    </div>,
    document.body,
  );
}

type Events = Parameters<typeof sentenceOf>[0] & { id: string; seq: number; at: string; actor?: { id: string; name: string } | null; words?: string | null; corrected: boolean };

function Sheet({ detail, events }: { detail: CaseDetailFragment; events: readonly Events[] }) {
  const w = useWords(caseWords);
  const { frame } = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const names = namesIn(language);
  const known = knownNames(detail, { events });
  const lead = detail.lead?.name ?? w.noLead;
  const category = detail.category ? (categoryName(detail.category, detail.gridCode, language) ?? "") : w.noCategory;
  const isMasked = detail.visibility === "MASKED";
  return (
    <article>
      <header>
        <p>
          {frame.product} · {w.sheet}
        </p>
        <h1>{titleOf(detail, w)}</h1>
        <p>{detail.no}</p>
      </header>
      <table>
        <tbody>
          <Row name={w.kind} value={isMasked ? names.kind[detail.kind] : `${names.kind[detail.kind]} · ${category}`} />
          <Row name={w.sheetStatus} value={`${names.status[detail.status]} · ${names.level[detail.level]}`} />
          <Row name={w.sheetDue} value={detail.due?.at ? `${names.due[detail.due.kind]} ${format.dateTime(detail.due.at)}` : w.nothingDue} />
          {!isMasked && <Row name={w.sheetPlace} value={`${placeText(detail.place, w) || w.placeUnknown} · ${detail.gridName ?? w.unknownGrid}`} />}
          {!isMasked && <Row name={w.sheetLead} value={lead} />}
        </tbody>
      </table>
      {isMasked && <p>{w.maskedNote}</p>}
      {detail.opinions.length > 0 && (
        <Part title={w.voices}>
          {detail.opinions.map((opinion) => (
            <div key={opinion.id} className="case-sheet-entry">
              <p>“{opinion.words}”</p>
              <small>
                {opinion.reporter?.name ?? w.anonymous} · {names.channel[opinion.channel]} · {w.saidAt(format.dateTime(opinion.voicedAt))}
              </small>
            </div>
          ))}
        </Part>
      )}
      {detail.respondents.some(({ satisfaction }) => satisfaction !== null) && (
        <Part title={w.respondents}>
          {detail.respondents.map(({ key, name, satisfaction, attempts }) => (
            <p key={key}>
              {name} · {satisfaction ? names.satisfaction[satisfaction] : w.attempts(attempts)}
            </p>
          ))}
        </Part>
      )}
      {events.length > 0 && (
        <Part title={w.tabTimeline}>
          {events.toReversed().map((event) => (
            <div key={event.id} className="case-sheet-entry">
              <p>
                <small>
                  {event.seq}. {format.dateTime(event.at)}
                </small>{" "}
                <span style={event.corrected ? { textDecoration: "line-through" } : undefined}>
                  <strong>{event.actor?.name ?? w.system}</strong> {sentenceOf(event, language, known)}
                </span>
              </p>
              {event.words && <p>“{event.words}”</p>}
            </div>
          ))}
        </Part>
      )}
      <footer>
        <p>
          <span>{w.sheetSign}</span>
          <span>{w.sheetDate}</span>
        </p>
        <small>
          {w.sheetNote} {w.sheetPrinted(format.dateTime(now))}
        </small>
      </footer>
    </article>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
