import { QrCode } from "../../account/QrCode.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";

/** 扫码签到: the page at the bench, as a code for everybody's phone. */
export default function CodeDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const w = useWords(meetingWords);
  return (
    <Dialog title={w.signInCode} isOpen onClose={onClose}>
      <div className="flex flex-col items-center gap-3 text-center">
        <QrCode text={`${location.origin}/sit#${code}`} label={w.codeLabel} className="size-72 max-w-full rounded-one border border-line" />
        <p className="text-lead">{w.codeNote}</p>
      </div>
    </Dialog>
  );
}
