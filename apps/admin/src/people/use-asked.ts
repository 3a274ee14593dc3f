import { localDateOf } from "@bandeng/domain";
import { useMemo } from "react";
import { ruleViewer } from "../board/card.ts";
import { useViewer } from "../session/viewer.ts";
import { useNow } from "../words/use-now.ts";
import { useLanguage } from "../words/useWords.tsx";
import type { ActsAsked } from "./person-acts.ts";

/** Who asks the rules, on which day, in which language. */
export function useAsked(): ActsAsked {
  const viewer = useViewer();
  const { language } = useLanguage();
  const today = localDateOf(new Date(useNow()).toISOString());
  return useMemo(() => ({ viewer: ruleViewer(viewer), today, language }), [viewer, today, language]);
}
