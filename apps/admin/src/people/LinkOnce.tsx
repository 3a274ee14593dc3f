import { useEffect, useRef, useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";

export interface Link {
  path: string;
  expiresAt: string;
}

/** The link by which somebody chooses a password: shown this once. Null: it was made and its answer got lost. */
export function LinkOnce({ link, onDone }: { link: Link | null; onDone: () => void }) {
  const w = useWords(peopleWords);
  const { ui } = useWords();
  const format = useFormat();
  const [copied, setCopied] = useState<boolean | null>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  if (!link) {
    return (
      <div className="flex w-full flex-col gap-3">
        <Notice tone="warn" title={w.linkLost}>
          {w.linkLostNote}
        </Notice>
        <span className="self-end">
          <Button variant="primary" onPress={onDone} autoFocus>
            {ui.close}
          </Button>
        </span>
      </div>
    );
  }
  const address = location.origin + link.path;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      announce(w.copied);
    } catch {
      // Not allowed, or not a secure context: it can still be copied by hand.
      setCopied(false);
      box.current?.select();
    }
  };
  return (
    <div role="group" aria-label={w.linkTitle} className="flex w-full min-w-0 flex-col gap-3">
      <div>
        <h3 className="text-lead font-semibold">{w.linkTitle}</h3>
        <p className="text-ink-soft">{w.linkNote}</p>
      </div>
      <TextField label={w.link} description={w.linkValid(format.dateTime(link.expiresAt))} value={address} isReadOnly autoFocus inputRef={box} error={copied === false ? w.copyFailed : undefined} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button icon={copied ? "check" : "copy"} variant="primary" onPress={() => void copy()}>
          {copied ? w.copied : w.copy}
        </Button>
        <Button onPress={onDone}>{w.linkDone}</Button>
      </div>
    </div>
  );
}
