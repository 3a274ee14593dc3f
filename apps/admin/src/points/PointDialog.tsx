import { namesIn, pointKinds, type OpeningSpan, type PointKind } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { PointShownFragment } from "../graphql/graphql.ts";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { useVerb, type Problems } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { HoursFields } from "./HoursFields.tsx";
import { KeptPersonField } from "./KeptPersonField.tsx";
import { amendPointDocument, openPointDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";
import { SpokenPlaceFields, type PlaceDraft } from "./SpokenPlaceFields.tsx";

export interface PointDialogProps {
  /** The point that is amended; null to open one. */
  point: PointShownFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

const kinds = ["COMMUNITY", "GRID"] as const;
const fields = ["areaCode", "name", "place", "keeperId", "office", "officePhone", "hours"];

/** What the poster says, and who keeps the point: to open one or to amend it. */
export function PointDialog({ point, onSaved, onClose }: PointDialogProps) {
  const w = useWords(pointsWords);
  const { language } = useLanguage();
  const viewer = useViewer();
  const roots = areasOfRight(viewer, "KEEP_POINTS");
  const [at, setAt] = useState(point?.areaCode ?? (roots.length === 1 ? (roots[0] ?? "") : ""));
  const [name, setName] = useState(point?.name ?? "");
  const [kind, setKind] = useState<PointKind>(point?.kind ?? "SHOP_DOOR");
  const [place, setPlace] = useState<PlaceDraft>({ words: point?.place.words ?? "", compoundId: point?.place.compoundId ?? null });
  const [keeperId, setKeeper] = useState<string | null>(point?.keeper?.id ?? null);
  const [office, setOffice] = useState(point?.office ?? `${viewer.roles.find(({ areaCode }) => areaCode.length === 12)?.areaName ?? ""}居委会`);
  const [officePhone, setPhone] = useState(point?.officePhone ?? "");
  const [hours, setHours] = useState<OpeningSpan[]>(() => (point ? point.hours.map(({ days, from, to }) => ({ days, from, to })) : [{ days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "18:00" }]));
  const [hoursWords, setHoursWords] = useState(point?.hoursWords ?? "");
  const opening = useVerb(openPointDocument, fields, onSaved);
  const amending = useVerb(amendPointDocument, fields, onSaved);
  const { verb } = point ? amending : opening;
  const areaCode = point?.areaCode ?? chosenArea(at, kinds);
  const submit = () => {
    // A building that was named stays as long as the compound does.
    const buildingId = point && place.compoundId === point.place.compoundId ? point.place.buildingId : null;
    const described = {
      name, kind, place: { ...place, buildingId }, keeperId: keeperId ?? "", office, officePhone: officePhone.trim() || null, hoursWords,
      hours: hours.map(({ days, from, to }) => ({ days: [...days], from, to })),
    };
    const problems: Problems = {
      areaCode: missing(w.choose(w.place), areaCode), name: missing(w.fill(w.name), name), place: missing(w.fill(w.placeWords), place.words), keeperId: missing(w.choose(w.keeper), keeperId),
      office: missing(w.fill(w.office), office),
    };
    if (point) void amending.send({ id: point.id, expectedVersion: point.version, point: described }, problems);
    else void opening.send({ areaCode: areaCode ?? "", ...described }, problems);
  };
  const title = point ? w.amendTitle(point.name) : w.openTitle;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle submitLabel={point ? w.amend : w.openPoint} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        {!point && <AreaField roots={roots} kinds={kinds} at={at} onChange={setAt} error={verb.errorOf("areaCode")} />}
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={w.name} description={w.nameNote} value={name} onChange={setName} error={verb.errorOf("name")} isRequired />
          <Select label={w.kind} items={pointKinds.map((one) => ({ id: one, label: namesIn(language).pointKind[one] }))} value={kind} onChange={(one) => setKind(one as PointKind)} />
          <SpokenPlaceFields area={areaCode ?? at} value={place} onChange={setPlace} error={verb.errorOf("place")} />
          <KeptPersonField key={areaCode} label={w.keeper} changeLabel={w.changeKeeper} area={areaCode ?? at} now={point?.keeper ?? null} value={keeperId} onChange={setKeeper} error={verb.errorOf("keeperId")} />
          <TextField label={w.office} description={w.officeNote} value={office} onChange={setOffice} error={verb.errorOf("office")} isRequired />
          <TextField label={w.officePhone} description={w.officePhoneNote} inputMode="tel" value={officePhone} onChange={setPhone} error={verb.errorOf("officePhone")} />
          <TextField label={w.hoursWords} description={w.hoursWordsNote} value={hoursWords} onChange={setHoursWords} />
        </div>
        <HoursFields value={hours} onChange={setHours} error={verb.errorOf("hours")} />
      </VerbForm>
    </Dialog>
  );
}
