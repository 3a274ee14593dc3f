import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";

const displayPanel = lazyPanel(() => import("./DisplayPanel.tsx"));

/** Language, theme, contrast, size. */
export function DisplayButton() {
  const words = useWords();
  return <PanelButton panel={displayPanel} panelProps={{}} variant="quiet" icon="display" label={words.frame.display} hideLabel />;
}

/** One press to the other language, named in that language so that who needs it can read it. */
export function LanguageButton() {
  const { language, setLanguage } = useLanguage();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => setLanguage(other)}
      className="hidden min-h-control items-center rounded-one px-2 text-ink hover:bg-hover sm:inline-flex"
    >
      {other === "zh" ? "中文" : "English"}
    </button>
  );
}
