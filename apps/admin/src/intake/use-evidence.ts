import { useState } from "react";
import { attachmentWords } from "../attachments/attachment-words.ts";
import { kindOf, problemOf } from "../attachments/taken-files.ts";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import { type EntryFile, keepFile } from "./kept-files.ts";
import type { Sound } from "./record-sound.ts";

interface Adding {
  addSound: (sound: Sound) => Promise<void>;
  addChosen: (chosen: readonly File[]) => Promise<void>;
  /** What was wrong with the files chosen last. */
  problems: readonly string[];
  /** The device keeps them no longer than the page lasts. */
  isFleeting: boolean;
  /** Why there can be no more. */
  full: string | undefined;
}

const mostFiles = 9;
const endings: Record<string, string> = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };

/** Adds photos and recordings to an entry: looked at, kept on the device, then told. */
export function useEvidence(files: readonly EntryFile[], onAdd: (file: EntryFile) => void): Adding {
  const words = useWords(intakeWords);
  const w = useWords(attachmentWords);
  const format = useFormat();
  const { person } = useViewer();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isFleeting, setFleeting] = useState(false);

  const keep = async (file: EntryFile, blob: Blob) => {
    setFleeting(!(await keepFile(person.id, file, blob)));
    onAdd(file);
    announce(words.fileAdded(file.name));
  };
  const addSound = ({ blob, seconds }: Sound) => {
    const name = `${words.sound} ${format.time(Date.now()).replace(":", "-")}.${endings[blob.type] ?? "webm"}`;
    return keep({ key: newIdempotencyKey(), kind: "SOUND", name, type: blob.type, bytes: blob.size, seconds }, blob);
  };
  const addChosen = async (chosen: readonly File[]) => {
    const found: string[] = [];
    let room = mostFiles - files.length;
    for (const file of chosen) {
      const kind = kindOf(file);
      const problem = problemOf(file);
      const said = problem && { type: w.typeNotTaken, empty: w.empty, size: w.tooLarge(problem.kind === "size" ? problem.megabytes : 0) }[problem.kind];
      if (said) found.push(`${file.name}: ${said}`);
      else if (room-- <= 0) found.push(`${file.name}: ${words.tooManyFiles(mostFiles)}`);
      else if (kind) await keep({ key: newIdempotencyKey(), kind, name: file.name, type: file.type, bytes: file.size, seconds: null }, file);
    }
    setProblems(found);
  };
  return { addSound, addChosen, problems, isFleeting, full: files.length >= mostFiles ? words.tooManyFiles(mostFiles) : undefined };
}
