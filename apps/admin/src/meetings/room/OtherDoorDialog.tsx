import { useState } from "react";
import { useQuery } from "urql";
import { ResidentField } from "./ResidentField.tsx";
import { PlaceChoice } from "../../intake/PlaceChoice.tsx";
import type { Draft } from "../../intake/draft.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useWords } from "../../words/useWords.tsx";
import { doorsDocument } from "../meeting-documents.ts";
import { meetingWords } from "../meeting-words.ts";
import { doorShort } from "./room-model.ts";

export interface OtherDoorDialogProps {
  title: string;
  /** Whether a person will do too, who signs in for the home that is known. */
  withPeople?: boolean;
  onChoose: (seat: { householdId?: string; personId?: string }) => void;
  onClose: () => void;
}

/** Somebody who is on no list: found by the door, or by surname and address. */
export default function OtherDoorDialog({ title, withPeople = false, onChoose, onClose }: OtherDoorDialogProps) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const [place, setPlace] = useState<Draft["place"]>(null);
  const buildingId = place !== null && place !== "unknown" ? place.building.id : null;
  const [{ data, fetching }] = useQuery({ query: doorsDocument, variables: { buildingId: buildingId ?? "" }, pause: buildingId === null });
  const unitNo = place !== null && place !== "unknown" ? place.building.units.find(({ id }) => id === place.unitId)?.no : undefined;
  const doors = (data?.doors.nodes ?? []).filter((door) => unitNo === undefined || door.unitNo === unitNo);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <div className="flex flex-col gap-4">
        <PlaceChoice value={place} onChange={setPlace} />
        {buildingId !== null && fetching && <Skeleton label={ui.loading} lines={3} />}
        {buildingId !== null && data && (
          <ul aria-label={w.doors} className="grid max-h-72 grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2 overflow-auto p-0.5">
            {doors.map((door) => (
              <li key={door.id}>
                <Button wide className="min-h-11" onPress={() => onChoose({ householdId: door.id })}>
                  {doorShort(door)}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {withPeople && <ResidentField label={w.byName} onChoose={(personId) => onChoose({ personId })} />}
      </div>
    </Dialog>
  );
}
