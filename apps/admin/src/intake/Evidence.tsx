import { useRef } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { attachmentWords } from "../attachments/attachment-words.ts";
import { photoTypes, takenTypes } from "../attachments/taken-files.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { EvidenceItem } from "./EvidenceItem.tsx";
import { intakeWords } from "./intake-words.ts";
import type { EntryFile } from "./kept-files.ts";
import { RecordingBar } from "./RecordingBar.tsx";
import { useEvidence } from "./use-evidence.ts";
import { useRecorder } from "./use-recorder.ts";

export interface EvidenceProps {
  files: readonly EntryFile[];
  /** Told once the bytes are kept on the device. */
  onAdd: (file: EntryFile) => void;
  onRemove: (key: string) => void;
}

/** A photo in two taps of the camera, a sound note of a minute, or a file: kept on the device at once, sent after the words. */
export function Evidence({ files, onAdd, onRemove }: EvidenceProps) {
  const words = useWords(intakeWords);
  const w = useWords(attachmentWords);
  const group = useRef<HTMLDivElement>(null);
  const { addSound, addChosen, problems, isFleeting, full } = useEvidence(files, onAdd);
  const recorder = useRecorder((sound) => {
    void addSound(sound);
    // The button that ended it is gone.
    group.current?.focus();
  });
  const choose = (list: FileList | null) => list && void addChosen([...list]);

  return (
    <div ref={group} tabIndex={-1} role="group" aria-label={words.evidence} className="flex flex-col gap-2 rounded-one">
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {files.map((file) => (
            <EvidenceItem key={file.key} file={file} onRemove={() => onRemove(file.key)} />
          ))}
        </ul>
      )}
      {recorder.state.kind === "recording" ? (
        <RecordingBar seconds={recorder.state.seconds} onStop={recorder.stop} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <FileTrigger acceptedFileTypes={photoTypes} defaultCamera="environment" onSelect={choose}>
            <Button icon="camera" className="hidden flex-1 pointer-coarse:inline-flex sm:flex-none" disabledReason={full}>
              {w.takePhoto}
            </Button>
          </FileTrigger>
          <Button icon="microphone" className="flex-1 sm:flex-none" isPending={recorder.state.kind === "asking"} disabledReason={full} onPress={() => void recorder.start()}>
            {words.record}
          </Button>
          <FileTrigger acceptedFileTypes={takenTypes} allowsMultiple onSelect={choose}>
            <Button icon="paperclip" className="flex-1 sm:flex-none" disabledReason={full}>
              {words.chooseFile}
            </Button>
          </FileTrigger>
        </div>
      )}
      {recorder.state.kind === "cannot" && (
        <div role="alert" className="flex flex-col items-start gap-2 rounded-one bg-warn-soft px-3 py-2 text-warn">
          <p>
            {words.cannotRecord[recorder.state.why]} {words.recordElsewhere}
          </p>
          <FileTrigger acceptedFileTypes={["audio/*"]} onSelect={choose}>
            <Button size="small" icon="paperclip">
              {words.chooseSound}
            </Button>
          </FileTrigger>
        </div>
      )}
      {isFleeting && <p className="text-small text-warn">{words.notKept}</p>}
      {problems.length > 0 && (
        <ul role="alert" className="text-small text-bad">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
