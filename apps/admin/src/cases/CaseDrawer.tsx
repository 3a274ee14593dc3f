import { refreshBoards } from "../board/refresh-boards.ts";
import { Drawer } from "../ui/Drawer.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { ActionBar } from "./ActionBar.tsx";
import { CaseBody } from "./CaseBody.tsx";
import { KindSeal } from "./CaseMarks.tsx";
import { OpenPageButton } from "./OpenPageButton.tsx";
import { PrintButton } from "./PrintButton.tsx";
import { titleOf } from "./case-text.ts";
import { caseWords } from "./case-words.ts";
import { useActing } from "./use-acting.ts";
import { useCase } from "./use-case.ts";
import { useLiveCase } from "./use-live-case.ts";

export interface CaseDrawerProps {
  /** Its id, or its number. */
  caseId: string;
  onClose: () => void;
  /** Absent where there is none before or after it. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** One case in full at the right of the board. */
export default function CaseDrawer({ caseId, onClose, onPrevious, onNext }: CaseDrawerProps) {
  const w = useWords(caseWords);
  const read = useCase(caseId);
  useLiveCase(read);
  const acting = useActing();
  const { detail, head } = read;
  const done = () => {
    read.reload();
    refreshBoards();
  };
  return (
    <Drawer
      isOpen
      onClose={() => acting.leave(onClose)}
      title={
        head ? (
          <span className="flex items-start gap-2">
            <KindSeal kind={head.kind} />
            <span className="min-w-0">{titleOf(head, w)}</span>
          </span>
        ) : read.isMissing ? (
          w.notFound
        ) : (
          w.loading
        )
      }
      actions={
        <>
          {onPrevious && <IconButton icon="chevron-up" label={w.previous} tooltipPlacement="bottom" onPress={() => acting.leave(onPrevious)} />}
          {onNext && <IconButton icon="chevron-down" label={w.next} tooltipPlacement="bottom" onPress={() => acting.leave(onNext)} />}
          {detail && <PrintButton detail={detail} />}
          {head && <OpenPageButton no={head.no} leave={acting.leave} />}
        </>
      }
      footer={detail && <ActionBar detail={detail} acting={acting} onDone={done} />}
    >
      {/* A new case begins at its top, on its first tab. */}
      <CaseBody key={caseId} read={read} onAct={acting.open} />
    </Drawer>
  );
}
