import { attendanceMix, namesIn } from "@bandeng/domain";
import { shortNo, titleOf } from "../../cases/case-text.ts";
import { caseWords } from "../../cases/case-words.ts";
import { useNow } from "../../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import type { Room, RoomItem } from "../room/room-model.ts";
import { seatText } from "../room/seat-text.ts";

/** What was said and agreed on, who was there with a column to sign, and who does what. */
export function MinutesSheet({ room }: { room: Room }) {
  const w = useWords(meetingWords);
  const { frame } = useWords();
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const now = useNow();
  const mix = attendanceMix(room.attendance).map(({ as, people }) => `${names.attendee[as]} ${people}`);
  return (
    <>
      <p>{frame.product}</p>
      <h2>{w.minutes}</h2>
      <table>
        <tbody>
          <Row name={w.place} value={`${room.place.words}（${room.areaName}）`} />
          <Row name={w.when} value={`${format.dateTime(room.openedAt ?? room.meetsAt)}${room.heldAt ? ` – ${format.time(room.heldAt)}` : ""}${room.recordedAfterwards ? ` · ${w.afterwards}` : ""}`} />
          <Row name={w.convener} value={room.convener?.name ?? ""} />
          <Row name={w.recorder} value={room.recorder?.name ?? ""} />
          <Row name={w.attendance} value={`${w.present(room.attendance.length)}${mix.length > 0 ? `：${mix.join(w.comma)}` : ""}`} />
        </tbody>
      </table>
      {room.agenda.map((item, index) => (
        <ItemOnPaper key={item.id} item={item} room={room} no={index + 1} />
      ))}
      {room.minutes && (
        <section>
          <h3>{room.status === "CANCELLED" ? w.reason : w.further}</h3>
          <p style={{ whiteSpace: "pre-wrap" }}>{room.minutes}</p>
        </section>
      )}
      <section>
        <h3>{w.signatures}</h3>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.no}</th>
              <th scope="col">{w.attendee}</th>
              <th scope="col">{w.as}</th>
              <th scope="col" className="sign">
                {w.signature}
              </th>
            </tr>
          </thead>
          <tbody>
            {room.attendance.map((seat, index) => (
              <tr key={seat.id}>
                <td>{index + 1}</td>
                <td>{seatText(seat, language)}</td>
                <td>{names.attendee[seat.as]}</td>
                <td className="sign">{seat.signature === "QR" ? names.signIn.QR : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="signs">
        <span>{w.convenerSigns}</span>
        <span>{w.recorderSigns}</span>
        <span>{w.date}</span>
      </p>
      <p>
        <small>
          {room.confidential ? `${w.confidentialNote} ` : ""}
          {w.printed(format.dateTime(now))}
        </small>
      </p>
    </>
  );
}

function ItemOnPaper({ item, room, no }: { item: RoomItem; room: Room; no: number }) {
  const w = useWords(meetingWords);
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const who = (id: string | undefined) => {
    const seat = room.attendance.find((one) => one.id === id);
    return seat ? seatText(seat, language) : "";
  };
  const optionNo = (id: string) => w.optionNo(item.options.findIndex((option) => option.id === id) + 1);
  const { resolution } = item;
  return (
    <section>
      <h3>{w.item(no, item.case ? `${titleOf(item.case, words)}（${shortNo(item.case.no)}）` : w.hiddenCase)}</h3>
      {item.causes.length > 0 && (
        <>
          <h4>{w.causes}</h4>
          <ol>
            {item.causes.map(({ id, words: said }) => (
              <li key={id}>{said}</li>
            ))}
          </ol>
        </>
      )}
      {item.statements.length > 0 && (
        <>
          <h4>{w.statements}</h4>
          <ul>
            {item.statements.map(({ id, words: said, by }) => (
              <li key={id}>
                {who(by?.id)}：{said}
              </li>
            ))}
          </ul>
        </>
      )}
      {item.options.length > 0 && (
        <>
          <h4>{w.options}</h4>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.option}</th>
                <th scope="col">{w.proposedBy}</th>
                <th scope="col">{names.stance.FOR}</th>
                <th scope="col">{names.stance.ACCEPT}</th>
                <th scope="col">{names.stance.AGAINST}</th>
              </tr>
            </thead>
            <tbody>
              {item.options.map((option) => {
                const count = resolution?.tally.options.find(({ optionId }) => optionId === option.id);
                const of = (stance: "FOR" | "ACCEPT" | "AGAINST") => item.positions.filter((p) => p.optionId === option.id && p.stance === stance).length;
                return (
                  <tr key={option.id}>
                    <td>
                      {optionNo(option.id)} {option.words}
                    </td>
                    <td>{names.proposer[option.proposedBy]}</td>
                    <td>{count?.for ?? of("FOR")}</td>
                    <td>{count?.accept ?? of("ACCEPT")}</td>
                    <td>{count?.against ?? of("AGAINST")}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
      {item.recusals.length > 0 && <p>{item.recusals.map(({ by, reason }) => w.recusedBecause(who(by?.id), reason)).join(w.comma)}</p>}
      <p>
        <strong>{w.outcome}：</strong>
        {resolution ? `${w.resolved(resolution.option.words)}（${w.resolvedBy(names.consensusRule[resolution.rule], format.dateTime(resolution.at))}；${w.tallied(resolution.tally.present, resolution.tally.affected)}）` : item.notReached ? w.unresolved(names.unresolved[item.notReached]) : w.stillOpen}
      </p>
      {item.actionItems.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.what}</th>
              <th scope="col">{w.owner}</th>
              <th scope="col">{w.due}</th>
            </tr>
          </thead>
          <tbody>
            {item.actionItems.map(({ id, what, owner, ownerIsResident, dueOn }) => (
              <tr key={id}>
                <td>{what}</td>
                <td>
                  {owner?.name ?? w.residentsTogether}
                  {ownerIsResident && owner ? `（${w.byResidents}）` : ""}
                </td>
                <td>{format.date(dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
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
