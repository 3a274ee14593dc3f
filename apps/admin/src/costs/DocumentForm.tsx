import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useQuery } from "urql";
import { takenTypes } from "../attachments/taken-files.ts";
import { UploadList } from "../attachments/UploadList.tsx";
import { useUploads } from "../attachments/use-uploads.ts";
import { missing } from "../cases/actions/missing.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { casePapersDocument } from "./cost-documents.ts";
import type { TaskFormProps } from "./cost-task.ts";
import { addPlanDocumentDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 方案文件: a file of the case becomes the next version; the ones before are kept. */
export function DocumentForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(addPlanDocumentDocument, plan, ["attachmentId", "note"], onDone);
  const [{ data }, again] = useQuery({ query: casePapersDocument, variables: { id: plan.case.id }, requestPolicy: "cache-and-network" });
  const uploads = useUploads(plan.case.id, () => again({ requestPolicy: "network-only" }));
  /** NONE: described in words only. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const papers = (data?.case?.attachments ?? []).filter(({ kind }) => kind !== "SOUND").toSorted((a, b) => b.addedAt.localeCompare(a.addedAt));
  // Whoever has just sent a file means that one.
  const file = chosen ?? papers[0]?.id ?? "NONE";
  const submit = () => send({ attachmentId: file === "NONE" ? null : file, note: said }, { note: missing(w.fill(w.change), said) });
  return (
    <TaskFrame {...given} verb={verb} note={w.documentNote((plan.documents.at(-1)?.version ?? 0) + 1)} onSubmit={submit}>
      <Select label={w.file} items={[...papers.map(({ id, name }) => ({ id, label: name })), { id: "NONE", label: w.noFile }]} value={file} onChange={setChosen} error={verb.errorOf("attachmentId")} />
      <FileTrigger
        acceptedFileTypes={takenTypes}
        onSelect={(files) => {
          setChosen(null);
          if (files) uploads.add([...files], null);
        }}
      >
        <Button icon="paperclip" className="self-start">
          {w.sendFile}
        </Button>
      </FileTrigger>
      <UploadList uploads={uploads.uploads} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
      <TextArea label={w.change} description={w.changeNote} rows={2} value={said} onChange={setSaid} error={verb.errorOf("note")} isRequired />
    </TaskFrame>
  );
}
