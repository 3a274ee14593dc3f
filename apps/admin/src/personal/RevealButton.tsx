import { maskName } from "@bandeng/domain";
import { lazy, Suspense, useContext, useState } from "react";
import { areasOfRight, ViewerContext } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { personalWords } from "./personal-words.ts";
import { RevealCase } from "./reveal-case.ts";

const RevealDialog = lazy(() => import("./RevealDialog.tsx"));

/** Whether a name is a mask, such as 楼某 or J***. */
function isMasked(name: string): boolean {
  return maskName(name) === name && /某$|\*{3}$/.test(name);
}

/** Beside a masked name, for whoever may lift the mask somewhere: the server decides on the person. */
export function RevealButton({ person }: { person: { id: string; name: string } | null }) {
  const w = useWords(personalWords);
  const caseId = useContext(RevealCase);
  const viewer = useContext(ViewerContext);
  const [isOpen, setOpen] = useState(false);
  if (!person || !caseId || !viewer || !isMasked(person.name) || areasOfRight(viewer, "REVEAL_PERSONAL_DATA").length === 0) return null;
  return (
    <>
      <Button size="small" variant="quiet" icon="eye" aria-label={w.showOf(person.name)} onPress={() => setOpen(true)}>
        {w.show}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RevealDialog person={person} caseId={caseId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
