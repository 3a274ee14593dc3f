import type { AttachmentStage } from "@bandeng/domain";
import { type ReactNode, useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../ui/Button.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";
import { photoTypes, takenTypes } from "./taken-files.ts";

type Choice = AttachmentStage | "NONE";

/** Choosing files: by the picker, by the camera of a phone, or dropped. */
export function AddFiles({ onAdd, children }: { onAdd: (files: readonly File[], stage: AttachmentStage | null) => void; children: ReactNode }) {
  const w = useWords(attachmentWords);
  const [choice, setChoice] = useState<Choice>("BEFORE");
  const add = (files: Iterable<File>) => onAdd([...files], choice === "NONE" ? null : choice);
  return (
    <DropZone
      aria-label={w.dropZone}
      getDropOperation={() => "copy"}
      onDrop={({ items }) => void Promise.all(items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : []))).then(add)}
      className="flex flex-col gap-3 rounded-one border border-dashed border-line-strong p-3 data-drop-target:border-accent data-drop-target:bg-accent-soft data-focus-visible:outline-2"
    >
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl<Choice>
          label={w.stageLabel}
          value={choice}
          onChange={setChoice}
          segments={[
            { id: "BEFORE", label: w.before },
            { id: "AFTER", label: w.after },
            { id: "NONE", label: w.unstaged },
          ]}
        />
        <FileTrigger acceptedFileTypes={takenTypes} allowsMultiple onSelect={(files) => files && add(files)}>
          <Button icon="paperclip">{w.add}</Button>
        </FileTrigger>
        <FileTrigger acceptedFileTypes={photoTypes} defaultCamera="environment" onSelect={(files) => files && add(files)}>
          <Button icon="camera" className="hidden pointer-coarse:inline-flex">
            {w.takePhoto}
          </Button>
        </FileTrigger>
      </div>
      <p className="text-small text-ink-soft">{w.dropHere}</p>
      {children}
    </DropZone>
  );
}
