import { QrCode } from "../account/QrCode.tsx";
import type { PointShownFragment } from "../graphql/graphql.ts";
import { slipEntryAddress } from "../slip/slip-address.ts";
import { useWords } from "../words/useWords.tsx";
import { hoursLines } from "./hours-text.ts";
import { pointsWords } from "./points-words.ts";

/** The address that the code on the poster leads to. */
function publicAddress(code: string): string {
  return `${location.origin}/p/${code}`;
}

/** A poster of one point, A4: where, when, whose office, and a code that is read from two metres away. No name of a person. */
export function Poster({ point }: { point: PointShownFragment }) {
  const w = useWords(pointsWords);
  const address = publicAddress(point.code);
  return (
    <article className="point-sheet point-poster">
      <p>{w.posterTitle}</p>
      <h1>{point.name}</h1>
      <h2>{w.posterInvite}</h2>
      {point.kind !== "ONLINE" && <p>{w.posterHow}</p>}
      <QrCode text={address} label={w.qrOf(address)} className="" />
      <p>{w.posterScan}</p>
      <p>{w.posterCode(point.code)}</p>
      <p>{w.posterSlip(slipEntryAddress())}</p>
      <p>{point.place.words}</p>
      {hoursLines(point.hours, point.hoursWords, w).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <strong>{point.office}</strong>
        {point.officePhone !== null && <span> · {w.posterPhone(point.officePhone)}</span>}
      </p>
    </article>
  );
}
