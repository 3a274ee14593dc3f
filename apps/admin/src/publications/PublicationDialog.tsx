import { namesIn, publicationKinds, publicationLimits, type PublicationKind } from "@bandeng/domain";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { missing } from "../cases/actions/missing.ts";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { useVerb, type Problems } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Select } from "../ui/Select.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { PhotoChoice } from "./PhotoChoice.tsx";
import { amendPublicationDocument, draftPublicationDocument, publicationCostsDocument, publicationSubjectsDocument, redactionDocument } from "./publication-documents.ts";
import { publicationsWords } from "./publications-words.ts";

export interface PublicationDialogProps {
  /** The draft that is changed; null for a new one. */
  publication: PublicationShownFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

const areaKinds = ["COMMUNITY", "GRID"] as const;
const fields = ["areaCode", "subjectId", "title", "body", "days", "photoIds"];
/** Kinds whose subject is a project, with the states in which one can hang. */
const projectStates = { PROJECT: ["PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF"], STORY: ["STRUCK_OFF"] } as const;
const isOfProject = (kind: PublicationKind): kind is keyof typeof projectStates => kind in projectStates;

/** A draft: what it tells of, its text, checked for personal data before it hangs. */
export function PublicationDialog({ publication, onSaved, onClose }: PublicationDialogProps) {
  const w = useWords(publicationsWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const roots = areasOfRight(useViewer(), "PUBLISH");
  const [kind, setKind] = useState<PublicationKind>(publication?.kind ?? "NOTICE");
  const [at, setAt] = useState(publication?.areaCode ?? (roots.length === 1 ? (roots[0] ?? "") : ""));
  const [subjectId, setSubject] = useState<string | null>(publication?.subjectId ?? null);
  const [title, setTitle] = useState(publication?.title ?? "");
  const [body, setBody] = useState(publication?.body ?? "");
  const [days, setDays] = useState(publication?.days ?? 5);
  const [takesComments, setTakes] = useState(publication?.takesComments ?? true);
  const [photoIds, setPhotos] = useState<readonly string[]>(publication?.photoIds ?? []);
  const areaCode = publication?.areaCode ?? chosenArea(at, areaKinds);
  const [{ data }] = useQuery({ query: publicationSubjectsDocument, variables: { areas: [(areaCode ?? at).slice(0, 12)], states: isOfProject(kind) ? [...projectStates[kind]] : null }, pause: !isOfProject(kind) || (areaCode ?? at).length < 12 });
  const isCosts = kind === "COSTS" || kind === "FINAL_COSTS";
  const [{ data: costs }] = useQuery({ query: publicationCostsDocument, variables: { areas: [(areaCode ?? at).slice(0, 12)], states: kind === "COSTS" ? ["PUBLICISED", "COLLECTING"] : ["COLLECTING", "SETTLED"] }, pause: !isCosts || (areaCode ?? at).length < 12 });
  const projects = data?.projects.nodes ?? [];
  // Of a dispute nothing hangs anywhere.
  const subjects = isCosts ? costs?.costPlans.nodes.filter(({ case: c }) => c.kind !== "DISPUTE") : data?.projects.nodes;
  const drafting = useVerb(draftPublicationDocument, fields, onSaved);
  const amending = useVerb(amendPublicationDocument, fields, onSaved);
  const { verb } = publication ? amending : drafting;
  const submit = () => {
    const given = { title, body, days: kind === "NOTICE" || kind === "FINAL_COSTS" ? days : null, takesComments, photoIds: [...photoIds] };
    const problems: Problems = {
      areaCode: missing(w.choose(w.area), areaCode), subjectId: kind === "NOTICE" ? undefined : missing(w.choose(isCosts ? w.plan : w.subject), subjectId),
      title: missing(w.fill(w.title), title), body: missing(w.fill(w.body), body),
    };
    if (publication) void amending.send({ id: publication.id, expectedVersion: publication.version, ...given }, problems);
    else void drafting.send({ kind, areaCode: areaCode ?? "", subjectId: kind === "NOTICE" ? null : subjectId, ...given }, problems);
  };
  const choose = (id: string) => {
    setSubject(id);
    setPhotos([]);
    const project = projects.find((p) => p.id === id);
    // What is there already is somebody's own text.
    if (project && title === "" && body === "") {
      setTitle(project.title);
      setBody([project.problem, project.goal, project.measures].filter(Boolean).join("\n"));
    }
  };
  const heading = publication ? w.amendTitle : w.draftTitle;
  return (
    <Dialog title={heading} isOpen onClose={onClose} size="large">
      <VerbForm title={heading} hideTitle submitLabel={publication ? w.amend : w.draft} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        {!publication && (
          <>
            <Select
              label={w.kind}
              items={publicationKinds.map((one) => ({ id: one, label: names.publicationKind[one] }))}
              value={kind}
              onChange={(one) => {
                setKind(one as PublicationKind);
                setSubject(null);
                setPhotos([]);
              }}
            />
            <AreaField roots={roots} kinds={areaKinds} at={at} onChange={setAt} error={verb.errorOf("areaCode")} />
            {kind !== "NOTICE" && (
              <Select label={isCosts ? w.plan : w.subject} items={(subjects ?? []).map(({ id, no, title: name }) => ({ id, label: `${no} ${name}` }))} value={subjectId} onChange={choose} error={verb.errorOf("subjectId")} description={subjects?.length === 0 ? w.noSubject : undefined} isRequired />
            )}
          </>
        )}
        <TextField label={w.title} value={title} onChange={setTitle} error={verb.errorOf("title")} isRequired />
        <TextArea label={w.body} description={w.bodyNote} rows={8} value={body} onChange={setBody} error={verb.errorOf("body")} isRequired />
        <PersonalDataCheck areaCode={areaCode} kind={kind} subjectId={subjectId} text={body} onMask={setBody} />
        {(kind === "NOTICE" || kind === "FINAL_COSTS") && <NumberField label={w.days} description={w.daysRange} minValue={1} maxValue={publicationLimits.days} value={days} onChange={setDays} error={verb.errorOf("days")} />}
        <Switch label={w.takesComments} isSelected={takesComments} onChange={setTakes} />
        {isOfProject(kind) && subjectId !== null && <PhotoChoice projectId={subjectId} value={photoIds} onChange={setPhotos} error={verb.errorOf("photoIds")} />}
      </VerbForm>
    </Dialog>
  );
}

/** What in the text tells of residents, and the text without it, before it is refused. */
function PersonalDataCheck({ areaCode, kind, subjectId, text, onMask }: { areaCode: string | null; kind: PublicationKind; subjectId: string | null; text: string; onMask: (text: string) => void }) {
  const w = useWords(publicationsWords);
  const { language } = useLanguage();
  const client = useClient();
  const [checked, setChecked] = useState<{ of: string; found: string; text: string } | null>(null);
  const check = async (): Promise<void> => {
    const { data } = await client.query(redactionDocument, { areaCode: areaCode ?? "", text, kind, subjectId }, { requestPolicy: "network-only" }).toPromise();
    if (data) setChecked({ of: text, found: data.redaction.found.map((one) => namesIn(language).personalDataKind[one]).join("、"), text: data.redaction.text });
  };
  const isNow = checked !== null && checked.of === text;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" icon="eye" disabledReason={text.trim() === "" || areaCode === null ? w.fill(w.body) : undefined} onPress={() => void check()}>
        {w.check}
      </Button>
      <span role="status">{isNow && (checked.found === "" ? w.clean : w.found(checked.found))}</span>
      {isNow && checked.found !== "" && (
        <Button size="small" onPress={() => onMask(checked.text)}>
          {w.useMasked}
        </Button>
      )}
    </div>
  );
}
