import { useParams } from "@tanstack/react-router";
import { Page } from "../frame/Page.tsx";
import { useWords } from "../words/useWords.tsx";
import { ActionBar } from "./ActionBar.tsx";
import { CaseBody } from "./CaseBody.tsx";
import { KindSeal } from "./CaseMarks.tsx";
import { PrintButton } from "./PrintButton.tsx";
import { shortNo, titleOf } from "./case-text.ts";
import { caseWords } from "./case-words.ts";
import { useActing } from "./use-acting.ts";
import { useCase } from "./use-case.ts";
import { useLiveCase } from "./use-live-case.ts";

/** A case at an address of its own: by its number, as people tell it, or by its id. */
export function CasePage() {
  const { no } = useParams({ from: "/frame/cases/$no" });
  const w = useWords(caseWords);
  const read = useCase(no);
  useLiveCase(read);
  const acting = useActing();
  const { detail, head } = read;
  return (
    <Page title={head ? shortNo(head.no) : read.isMissing ? w.notFound : w.loading} width="full">
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="mx-auto w-full max-w-6xl p-3 sm:p-4">
          {head && (
            <div className="mb-3 flex items-start gap-2">
              <KindSeal kind={head.kind} />
              <h2 className="min-w-0 flex-1 text-title font-semibold">{titleOf(head, w)}</h2>
              {detail && <PrintButton detail={detail} />}
            </div>
          )}
          <CaseBody key={no} read={read} onAct={acting.open} />
        </div>
      </div>
      {detail && (
        <div className="border-t border-line bg-surface">
          <div className="mx-auto w-full max-w-6xl px-3 py-2 sm:px-4">
            <ActionBar detail={detail} acting={acting} onDone={read.reload} />
          </div>
        </div>
      )}
    </Page>
  );
}
