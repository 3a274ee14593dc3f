import { type ReactNode, useEffect, useRef, useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog, Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";

export interface SecretOnceProps {
  title: string;
  /** What it is: the field's label. */
  label: string;
  /** What to do with it now. */
  note: string;
  /** Null: it was made and its answer got lost. */
  secret: string | null;
  onClose: () => void;
  /** What can be done with it. */
  children?: ReactNode;
}

/** A secret that is shown this once. Nobody closes it by a press beside it, and closing it uncopied is asked about. */
export function SecretOnce({ title, label, note, secret, onClose, children }: SecretOnceProps) {
  const w = useWords(integrationsWords);
  const { ui } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  if (secret === null) {
    return (
      <Dialog title={title} isOpen onClose={onClose} role="alertdialog" footer={<Button onPress={onClose}>{ui.close}</Button>}>
        <Notice tone="warn" title={w.secretLost}>
          {w.secretLostNote}
        </Notice>
      </Dialog>
    );
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
      announce(w.copied);
    } catch {
      // Not allowed, or not a secure context: it can still be copied by hand.
      setCopied(false);
      box.current?.select();
    }
  };
  const leave = () => (copied === true ? onClose() : setLeaving(true));
  return (
    <>
      <Dialog
        title={title}
        isOpen
        onClose={leave}
        role="alertdialog"
        size="large"
        footer={
          <>
            <Button onPress={onClose}>{w.secretDone}</Button>
            <Button icon={copied ? "check" : "copy"} variant="primary" onPress={() => void copy()}>
              {copied ? w.copied : w.copyOf(label)}
            </Button>
          </>
        }
      >
        <div className="flex min-w-0 flex-col gap-3">
          <Notice tone="warn" title={w.secretWarn}>
            {note}
          </Notice>
          <TextField label={label} value={secret} isReadOnly autoFocus inputRef={box} error={copied === false ? w.copyFailed : undefined} className="font-mono" />
          {children}
        </div>
      </Dialog>
      <ConfirmDialog title={w.secretLeave} isOpen={isLeaving} onClose={() => setLeaving(false)} confirmLabel={w.secretLeaveDo} isDangerous onConfirm={onClose}>
        {w.secretLeaveNote}
      </ConfirmDialog>
    </>
  );
}
