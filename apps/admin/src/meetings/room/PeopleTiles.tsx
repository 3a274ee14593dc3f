import { namesIn, type AttendeeRole } from "@bandeng/domain";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useQuery } from "urql";
import { areaWorkersDocument, councilsDocument } from "../../councils/council-documents.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { removeAttendanceDocument } from "./room-documents.ts";
import { knownPeople } from "./seat-roles.ts";

/** Shown at first; the others with one press. */
const few = 12;

/** People one knows by name: parties, those invited, the council, whoever works here. One tap each, as what they are. */
export function PeopleTiles({ reason, onSignIn }: { reason: string | undefined; onSignIn: (seat: { personId: string; as: AttendeeRole }) => void }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { room, act, whyNot } = useBench();
  const [isAll, setAll] = useState(false);
  const [workers] = useQuery({ query: areaWorkersDocument, variables: { area: room.areaCode } });
  const [councils] = useQuery({ query: councilsDocument, variables: { areas: [room.areaCode] } });
  const people = knownPeople({
    parties: room.agenda.flatMap((item) => item.case?.parties ?? []),
    councils: (councils.data?.councils.nodes ?? []).filter(({ areaCode }) => areaCode === room.areaCode),
    invited: room.summons,
    workers: workers.data?.workers ?? [],
  });
  const seated = (personId: string) => room.attendance.find(({ person }) => person?.id === personId);
  const unnamed = room.attendance.filter(({ person, household }) => !person && !household);
  const named = room.attendance.filter(({ person, household }) => person && !household && !people.some(({ personId }) => personId === person.id));
  const shown = isAll ? people : people.filter(({ personId }, index) => index < few || seated(personId));
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={w.people} className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
        {shown.map((one) => {
          const seat = seated(one.personId);
          return (
            <li key={one.personId}>
              <PersonTile
                name={one.name}
                as={names.attendee[seat?.as ?? one.as]}
                isHere={seat !== undefined}
                reason={seat ? whyNot("removeAttendance") : reason}
                onPress={() => (seat ? void act(removeAttendanceDocument, {}, { attendanceId: seat.id }) : onSignIn({ personId: one.personId, as: one.as }))}
              />
            </li>
          );
        })}
        {[...named, ...unnamed].map((seat) => (
          <li key={seat.id}>
            <PersonTile
              name={seat.person?.name ?? names.attendee[seat.as]}
              as={seat.person ? names.attendee[seat.as] : names.signIn[seat.signature]}
              isHere
              reason={whyNot("removeAttendance")}
              onPress={() => void act(removeAttendanceDocument, {}, { attendanceId: seat.id })}
            />
          </li>
        ))}
      </ul>
      {!isAll && people.length > shown.length && (
        <Button variant="quiet" className="self-start" onPress={() => setAll(true)}>
          {w.morePeople(people.length - shown.length)}
        </Button>
      )}
    </div>
  );
}

interface PersonTileProps {
  name: string;
  as: string;
  isHere: boolean;
  reason: string | undefined;
  onPress: () => void;
}

function PersonTile({ name, as, isHere, reason, onPress }: PersonTileProps) {
  return (
    <AriaButton
      aria-label={`${name} ${as}`}
      aria-pressed={isHere}
      aria-disabled={reason !== undefined}
      onPress={() => reason === undefined && onPress()}
      className={`flex min-h-12 w-full min-w-0 items-center gap-1 rounded-one border px-2 py-1 text-start ${isHere ? "border-good bg-good-soft text-good" : "border-line-strong bg-surface text-ink data-hovered:bg-hover data-pressed:bg-pressed"}`}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>{" "}
        <span className={`block truncate text-small ${isHere ? "" : "text-ink-soft"}`}>{as}</span>
      </span>
      {isHere && <Icon name="check" size="small" />}
    </AriaButton>
  );
}
