import { attendanceMix, attendeeRoles, namesIn, type AttendeeRole } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { ChoiceRow } from "../../intake/ChoiceRow.tsx";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Section } from "../../cases/Section.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { HouseholdTiles } from "./HouseholdTiles.tsx";
import { PeopleTiles } from "./PeopleTiles.tsx";
import { QuorumMeter } from "./QuorumMeter.tsx";
import { useBench } from "./room-context.ts";
import { signInToMeetingDocument } from "./room-documents.ts";

const CodeDialog = lazy(() => import("./CodeDialog.tsx"));
const OtherDoorDialog = lazy(() => import("./OtherDoorDialog.tsx"));

/** What a resident signs in as is told by the door: a home or a shop. */
const choices = attendeeRoles.filter((role) => role !== "SHOP_OWNER");

/** 签到: a tap on a door, and somebody of it is there; as something else with one more tap. */
export function SignInPanel() {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { room, act, whyNot } = useBench();
  const [role, setRole] = useState<AttendeeRole>("RESIDENT");
  const [isSeeking, setSeeking] = useState(false);
  const [hasCode, setCode] = useState(false);
  const reason = whyNot("signIn");
  const mix = attendanceMix(room.attendance);
  const join = (seat: { householdId?: string; personId?: string; as: AttendeeRole }) => {
    setRole("RESIDENT");
    return act(signInToMeetingDocument, {}, { seats: [{ signature: "HAND", ...seat }] }, { isAddition: true });
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-lead font-semibold">{w.present(room.attendance.length)}</span>
          {mix.map(({ as, people }) => (
            <Chip key={as}>
              {names.attendee[as]} {people}
            </Chip>
          ))}
        </p>
        {room.agenda.map((item, index) => (
          <QuorumMeter key={item.id} item={item} label={w.item(index + 1, item.case?.title ?? w.hiddenCase)} />
        ))}
        {reason && <p className="text-ink-soft">{reason}</p>}
      </div>
      <Section title={w.doors} aside={w.doorsNote}>
        <div className="flex flex-col gap-3">
          <ChoiceRow label={w.signInAs} choices={choices.map((id) => ({ id, label: id === "RESIDENT" ? w.residents : names.attendee[id] }))} value={role} onChange={setRole} />
          <HouseholdTiles role={role} reason={reason} onSignIn={(door) => void join({ householdId: door.id, as: role === "RESIDENT" && door.shop ? "SHOP_OWNER" : role })} />
          <div className="flex flex-wrap gap-2">
            <Button icon="plus" disabledReason={reason} onPress={() => setSeeking(true)}>
              {w.otherDoor}
            </Button>
            <Button icon="phone" disabledReason={room.signInCode ? undefined : (reason ?? w.noCode)} onPress={() => setCode(true)}>
              {w.signInCode}
            </Button>
            {role !== "RESIDENT" && (
              <Button icon="plus" variant="primary" disabledReason={reason} onPress={() => void join({ as: role })}>
                {w.withoutDoor(names.attendee[role])}
              </Button>
            )}
          </div>
        </div>
      </Section>
      <Section title={w.people} aside={w.peopleNote}>
        <PeopleTiles reason={reason} onSignIn={(seat) => void join(seat)} />
      </Section>
      <Suspense>
        {hasCode && room.signInCode && <CodeDialog code={room.signInCode} onClose={() => setCode(false)} />}
        {isSeeking && (
          <OtherDoorDialog
            title={w.otherDoor}
            withPeople
            onChoose={(seat) => {
              setSeeking(false);
              void join({ as: role, ...seat });
            }}
            onClose={() => setSeeking(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
