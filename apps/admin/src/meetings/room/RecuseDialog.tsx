import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { recuseAttendeeDocument } from "./room-documents.ts";
import { doorShort, type RoomItem, type Voice } from "./room-model.ts";

/** 回避: an interest the others do not share. The household's position is gone; it may still speak. */
export default function RecuseDialog({ item, voice, onClose }: { item: RoomItem; voice: Voice; onClose: () => void }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const { act } = useBench();
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const title = `${namesIn(language).meetingAction.recuse} ${doorShort(voice.household)}`;
  const submit = async () => {
    const problem = await act(recuseAttendeeDocument, { item: item.id }, { attendanceId: voice.speaker?.id ?? "", reason });
    if (problem) setWrong(problem.message || w.notSent);
    else onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button variant="primary" onPress={() => void submit()}>
            {w.recuse}
          </Button>
        </>
      }
    >
      <p className="mb-2 text-ink-soft">{w.recuseNote}</p>
      <TextArea label={w.interest} value={reason} onChange={setReason} error={wrong} isRequired />
    </Dialog>
  );
}
