import type { ReactNode } from "react";
import { DoorPage } from "../session/DoorPage.tsx";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { slipWords } from "./slip-words.ts";

/** Larger than the rest of the product on every screen: it is read once, standing, often without glasses. */
const largeType = "[--line-body:1.75rem] [--line-lead:2rem] [--line-small:1.375rem] [--line-title:2.25rem] [--size-body:1.125rem] [--size-lead:1.25rem] [--size-small:0.9375rem] [--size-title:1.5rem]";

/** A page for a resident's phone: large type, one narrow column, both languages. */
export function SlipFrame({ children }: { children: ReactNode }) {
  const w = useWords(slipWords);
  const { language, setLanguage } = useLanguage();
  const other = language === "zh" ? "en" : "zh";
  return (
    <DoorPage title={w.title} isTitleShown>
      <div className={`flex min-w-0 flex-col gap-4 text-body ${largeType}`}>
        <div className="flex justify-end sm:hidden">
          <Button variant="quiet" onPress={() => setLanguage(other)}>
            <span lang={other === "zh" ? "zh-CN" : "en"}>{other === "zh" ? "中文" : "English"}</span>
          </Button>
        </div>
        {children}
      </div>
    </DoorPage>
  );
}
