import { useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { byDoorNumber, doorShort, type Door, type Room } from "../room/room-model.ts";
import { Paper } from "./Paper.tsx";

/** Lines left for those who are on no list. */
const spare = 10;

/** 签到表: the doors of everybody concerned, to sign on paper; written down afterwards with a tap on each door. */
export function SignSheetPage() {
  const { id } = useParams({ from: "/frame/meetings/$id/sheet" });
  const w = useWords(meetingWords);
  return (
    <Paper id={id} title={w.signSheet}>
      {(room) => <Sheet room={room} />}
    </Paper>
  );
}

function Sheet({ room }: { room: Room }) {
  const w = useWords(meetingWords);
  const { frame } = useWords();
  const format = useFormat();
  const doors = new Map<string, Door>();
  for (const item of room.agenda) for (const { household } of item.affected) doors.set(household.id, household);
  const all = [...doors.values()].toSorted(byDoorNumber);
  return (
    <>
      <p>{frame.product}</p>
      <h2>{w.signSheet}</h2>
      <p>
        {room.place.words} · {format.dateTime(room.plannedFor ?? room.meetsAt)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.no}</th>
            <th scope="col">{w.door}</th>
            <th scope="col" className="sign">
              {w.signature}
            </th>
            <th scope="col">{w.note}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((door, index) => (
            <tr key={door.id}>
              <td>{index + 1}</td>
              <td>
                {door.building} {doorShort(door)}
              </td>
              <td className="sign" />
              <td />
            </tr>
          ))}
          {Array.from({ length: spare }, (_, index) => (
            <tr key={index}>
              <td>{all.length + index + 1}</td>
              <td />
              <td className="sign" />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <small>{w.sheetNote}</small>
      </p>
    </>
  );
}
