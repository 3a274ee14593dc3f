import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { ContractorShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { addContractorDocument, amendContractorDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";

interface ContractorDialogProps {
  /** Null for one that is new. */
  contractor: ContractorShownFragment | null;
  areaCode: string;
  onDone: (message: string) => void;
  onClose: () => void;
}

const fields = ["name", "licence", "phone"];

/** A firm is put into the register, or amended there; one that should not be asked any more stays, inactive. */
export default function ContractorDialog({ contractor: c, areaCode, onDone, onClose }: ContractorDialogProps) {
  const w = useWords(words);
  const [name, setName] = useState(c?.name ?? "");
  const [licence, setLicence] = useState(c?.licence ?? "");
  const [phone, setPhone] = useState(c?.phone ?? "");
  const [active, setActive] = useState(c?.active ?? true);
  const done = () => onDone(w.kept(name));
  const add = useVerb(addContractorDocument, fields, done);
  const amend = useVerb(amendContractorDocument, fields, done);
  const { verb } = c ? amend : add;
  const title = c ? w.amendOf(c.name) : w.addContractor;
  const problems = { name: missing(w.fill(w.contractorName), name), licence: missing(w.fill(w.licence), licence) };
  const given = { name: name.trim(), licence: licence.trim(), phone: phone.trim() || null };
  const submit = () => void (c ? amend.send({ entry: given, active, id: c.id, expectedVersion: c.version }, problems) : add.send({ ...given, areaCode }, problems));
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} submitLabel={c ? w.save : w.addContractor} hideTitle verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextField label={w.contractorName} value={name} onChange={setName} error={verb.errorOf("name")} isRequired />
        <TextField label={w.licence} description={w.licenceNote} value={licence} onChange={setLicence} error={verb.errorOf("licence")} isRequired />
        <TextField label={w.phone} description={w.phoneNote} type="tel" value={phone} onChange={setPhone} error={verb.errorOf("phone")} />
        {c && (
          <CheckBox isSelected={active} onChange={setActive}>
            {w.activeLabel}
          </CheckBox>
        )}
      </VerbForm>
    </Dialog>
  );
}
