import { useCallback, useEffect, useId, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { RecoverySheet } from "./RecoverySheet.tsx";

export interface RecoveryCodesProps {
  /** The level below the heading that it stands under. */
  heading: "h2" | "h3";
  codes: readonly string[];
  username: string;
  onKept: () => void;
}

/** Shown once. On only goes who says that they are kept. */
export function RecoveryCodes({ heading: Heading, codes, username, onKept }: RecoveryCodesProps) {
  const w = useWords(accountWords);
  const format = useFormat();
  const [isKept, setKept] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => title.current?.focus(), []);

  const now = useNow();
  const lines = [w.sheetTitle, w.sheetFor(username, location.host), w.sheetMade(format.isoDate(now)), w.sheetNote, "", ...codes];
  const download = () => {
    const url = URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `bandeng-recovery-codes-${username}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  return (
    <div role="group" aria-labelledby={titleId} className="flex max-w-sm flex-col gap-4">
      <div>
        <Heading ref={title} id={titleId} tabIndex={-1} className="text-lead font-semibold outline-none">
          {w.keepTitle}
        </Heading>
        <p className="text-ink-soft">{w.keepNote}</p>
      </div>
      <ul aria-label={w.recoveryCodes} className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-one border border-line bg-sunken p-3 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join("\n")} />
        <Button size="small" icon="download" onPress={download}>
          {w.download}
        </Button>
        <Button size="small" icon="printer" isPending={isPrinting} onPress={() => setPrinting(true)}>
          {w.print}
        </Button>
      </div>
      <CheckBox isSelected={isKept} onChange={setKept}>
        {w.kept}
      </CheckBox>
      <Button variant="primary" onPress={onKept} disabledReason={isKept ? undefined : w.keepFirst} className="self-start">
        {w.done}
      </Button>
      {isPrinting && <RecoverySheet {...{ lines, onPrinted }} />}
    </div>
  );
}
