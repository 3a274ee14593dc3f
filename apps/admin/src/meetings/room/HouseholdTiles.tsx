import { namesIn, type AttendeeRole } from "@bandeng/domain";
import { useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { removeAttendanceDocument } from "./room-documents.ts";
import { byDoorNumber, doorShort, type Door, type Seat } from "./room-model.ts";

export interface HouseholdTilesProps {
  role: AttendeeRole;
  reason: string | undefined;
  onSignIn: (door: Door) => void;
}

/** The doors of everybody concerned and of whoever came: one tap, and somebody of it is on the bench. */
export function HouseholdTiles({ role, reason, onSignIn }: HouseholdTilesProps) {
  const w = useWords(meetingWords);
  const { room } = useBench();
  const [tapped, setTapped] = useState<ReadonlySet<string>>(new Set());
  const doors = new Map<string, Door>();
  for (const item of room.agenda) for (const { household } of item.affected) doors.set(household.id, household);
  for (const { household } of room.attendance) if (household) doors.set(household.id, household);
  const all = [...doors.values()].toSorted(byDoorNumber);
  const buildings = [...new Set(all.map(({ building }) => building))];
  if (all.length === 0) return <p className="text-ink-soft">{w.noDoors}</p>;
  return (
    <div className="flex flex-col gap-3">
      {buildings.map((building) => (
        <div key={building}>
          <p className="mb-1 text-ink-soft">{building}</p>
          <ul aria-label={building} className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
            {all
              .filter((door) => door.building === building)
              .map((door) => (
                <li key={door.id}>
                  <DoorTile
                    door={door}
                    seats={room.attendance.filter(({ household }) => household?.id === door.id)}
                    isTapped={tapped.has(door.id)}
                    isResident={role === "RESIDENT"}
                    reason={reason}
                    onSignIn={() => {
                      setTapped(new Set([...tapped, door.id]));
                      onSignIn(door);
                    }}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface DoorTileProps {
  door: Door;
  seats: readonly Seat[];
  /** Sent, and not answered yet. */
  isTapped: boolean;
  isResident: boolean;
  reason: string | undefined;
  onSignIn: () => void;
}

function DoorTile({ door, seats, isTapped, isResident, reason, onSignIn }: DoorTileProps) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { act, whyNot } = useBench();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isHere = seats.length > 0;
  const said = seats.map(({ as, person }) => (person ? `${person.name} ${names.attendee[as]}` : names.attendee[as])).join(language === "zh" ? "、" : ", ");
  const state = isHere ? said : isTapped && !reason ? w.saving : door.shop ? names.attendee.SHOP_OWNER : w.notHere;
  const press = () => {
    if (reason) return;
    // Whoever is there as a resident is not counted twice by a second tap: what more there is stands in a menu.
    if (isHere && isResident) setOpen(true);
    else onSignIn();
  };
  return (
    <>
      <AriaButton
        ref={trigger}
        aria-label={`${doorShort(door)} ${state}`}
        aria-disabled={reason !== undefined}
        aria-pressed={isHere}
        onPress={press}
        className={`flex min-h-14 w-full min-w-0 flex-col items-start justify-center rounded-one border px-2 py-1 text-start ${isHere ? "border-good bg-good-soft text-good" : "border-line-strong bg-surface text-ink data-hovered:bg-hover data-pressed:bg-pressed"}`}
      >
        <span className="flex w-full items-center gap-1 text-lead font-semibold">
          <span className="min-w-0 flex-1 truncate">{doorShort(door)}</span>
          {isHere && <Icon name="check" size="small" />}
        </span>{" "}
        <span className={`w-full truncate text-small ${isHere ? "" : "text-ink-soft"}`}>{state}</span>
      </AriaButton>
      {isOpen && (
        <Menu
          label={doorShort(door)}
          triggerRef={trigger}
          isOpen
          onOpenChange={setOpen}
          groups={[
            {
              id: "seats",
              entries: [
                { id: "more", label: w.oneMore, icon: "plus" as const },
                ...seats.map((seat) => ({ id: seat.id, label: w.takeBack(names.attendee[seat.as]), icon: "undo" as const, disabledReason: whyNot("removeAttendance") })),
              ],
            },
          ]}
          onAction={(id) => (id === "more" ? onSignIn() : void act(removeAttendanceDocument, {}, { attendanceId: id }))}
        />
      )}
    </>
  );
}
