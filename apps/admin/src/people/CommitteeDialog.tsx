import { committeeLimits, namesIn, plusMonths, plusNaturalDays, posts, type LocalDate, type Post } from "@bandeng/domain";
import { useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { missing } from "../cases/actions/missing.ts";
import type { CommitteeShownFragment } from "../graphql/graphql.ts";
import { DateField } from "../ui/DateField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { setCommitteeDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import { useAsked } from "./use-asked.ts";
import { useVerb } from "./use-verb.ts";
import { VerbForm } from "./VerbForm.tsx";

export interface CommitteeDialogProps {
  code: string;
  committee: CommitteeShownFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

interface Member {
  personId: string;
  name: string;
  post: Post;
}

/** Records a committee as it was elected: the members with their posts, and the term. */
export function CommitteeDialog({ code, committee, onSaved, onClose }: CommitteeDialogProps) {
  const w = useWords(peopleWords);
  const { today, language } = useAsked();
  const names = namesIn(language);
  const { least, most, years } = committeeLimits;
  const [members, setMembers] = useState<readonly Member[]>(() => (committee?.members ?? []).flatMap(({ person, post }) => (person ? [{ personId: person.id, name: person.name, post }] : [])));
  const [termFrom, setTermFrom] = useState<LocalDate | null>(committee?.termFrom ?? today);
  const [termTo, setTermTo] = useState<LocalDate | null>(committee?.termTo ?? plusNaturalDays(plusMonths(today, 12 * years), -1));
  const { verb, send } = useVerb(setCommitteeDocument, ["termFrom", "termTo", "members"], onSaved);
  const submit = () =>
    send(
      { communityCode: code, termFrom: termFrom ?? "", termTo: termTo ?? "", members: members.map(({ personId, post }) => ({ personId, post })) },
      { termFrom: missing(w.fill(w.termFrom), termFrom), termTo: missing(w.fill(w.termTo), termTo) },
    );
  const wrong = verb.errorOf("members");
  const add = (personId: string, name: string) => {
    setMembers([...members, { personId, name, post: members.some(({ post }) => post === "SECRETARY") ? "MEMBER" : "SECRETARY" }]);
  };
  return (
    <Dialog title={w.editCommittee} isOpen onClose={onClose}>
      <VerbForm title={w.editCommittee} hideTitle note={w.committeeNote} submitLabel={w.save} verb={verb} onSubmit={() => void submit()} onCancel={onClose}>
        <div className="grid gap-3 sm:grid-cols-2">
          <DateField label={w.termFrom} value={termFrom} onChange={setTermFrom} error={verb.errorOf("termFrom")} isRequired />
          <DateField label={w.termTo} value={termTo} onChange={setTermTo} error={verb.errorOf("termTo")} isRequired />
        </div>
        <p className="text-ink-soft">{w.committeeLimits(least, most, years)}</p>
        {members.length > 0 && (
          <ul aria-label={w.members} className="flex flex-col gap-1">
            {members.map((member) => (
              <li key={member.personId} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{member.name}</span>
                <Select
                  label={w.post(member.name)}
                  hideLabel
                  className="w-36"
                  items={posts.map((post) => ({ id: post, label: names.post[post] }))}
                  value={member.post}
                  onChange={(post) => setMembers(members.map((one) => (one === member ? { ...one, post: post as Post } : one)))}
                />
                <IconButton icon="close" label={w.remove(member.name)} onPress={() => setMembers(members.filter((one) => one !== member))} />
              </li>
            ))}
          </ul>
        )}
        {/* Drawn anew for the next one. */}
        {members.length < most && <PersonPicker key={members.length} label={w.addMember} areas={[code]} without={members.map(({ personId }) => personId)} value={null} onChange={(id, name) => id !== null && add(id, name)} />}
        {wrong && <Notice tone="bad">{wrong}</Notice>}
      </VerbForm>
    </Dialog>
  );
}
