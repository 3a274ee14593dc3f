import { phraseOf, refuse } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { words } from "./project-words.ts";

const AdoptOpinionDialog = lazy(() => import("./AdoptOpinionDialog.tsx"));

/** 直接立项, for the secretary of a community; for everybody else it says whose it is. */
export function AdoptOpinionButton() {
  const w = useWords(words);
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const own = useViewer().roles.find(({ role }) => role === "SECRETARY");
  return (
    <>
      <Button icon="star" disabledReason={own ? undefined : phraseOf(refuse("FORBIDDEN_ROLE", { action: "adopt" }), language)} onPress={() => setOpen(true)}>
        {w.adoptOpinion}
      </Button>
      {isOpen && own && (
        <Suspense>
          <AdoptOpinionDialog communityCode={own.areaCode} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
