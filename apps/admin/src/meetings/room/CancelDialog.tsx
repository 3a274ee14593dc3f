import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { cancelMeetingDocument } from "./room-documents.ts";

/** 取消会议: with a reason; its cases wait for the next one. */
export default function CancelDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const { act } = useBench();
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const title = namesIn(language).meetingAction.cancel;
  const submit = async () => {
    const problem = await act(cancelMeetingDocument, {}, { reason });
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
          <Button variant="danger" onPress={() => void submit()}>
            {title}
          </Button>
        </>
      }
    >
      <p className="mb-2 text-ink-soft">{w.cancelNote}</p>
      <TextArea label={w.reason} value={reason} onChange={setReason} error={wrong} isRequired />
    </Dialog>
  );
}
