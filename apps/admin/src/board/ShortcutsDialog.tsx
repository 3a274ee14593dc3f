import { Dialog } from "../ui/Dialog.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useWords } from "../words/useWords.tsx";

/** What the keys do on the board. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { board: w } = useWords();
  const rows: [readonly string[], string][] = [
    [["←", "↑", "↓", "→"], w.keyArrows],
    [["Enter"], w.keyEnter],
    [["M"], w.keyMove],
    [["]"], w.keyUp],
    [["["], w.keyDown],
    [["Space"], w.keySpace],
    [["Esc"], w.keyEscape],
    [["?"], w.keyHelp],
  ];
  return (
    <Dialog title={w.shortcuts} isOpen onClose={onClose} size="small">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {rows.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
