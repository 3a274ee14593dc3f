import { useWords } from "../words/useWords.tsx";
import { CodeBlock } from "./CodeBlock.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { SecretOnce } from "./SecretOnce.tsx";
import { firstTry } from "./snippets.ts";

/** A key that was made or rotated, shown this once, with a command that tries it. */
export function KeySecret({ name, areaCode, token, onClose }: { name: string; areaCode: string; token: string | null; onClose: () => void }) {
  const w = useWords(integrationsWords);
  return (
    <SecretOnce title={w.secretTitle(name)} label={w.secret} note={w.secretNote} secret={token} onClose={onClose}>
      {token !== null && (
        <div className="flex min-w-0 flex-col gap-1">
          <p className="text-ink-soft">{w.secretTry}</p>
          <CodeBlock label={w.codeOf(w.recipeOf.query, w.languageOf.curl)} code={firstTry({ origin: location.origin, areaCode }, token)} />
        </div>
      )}
    </SecretOnce>
  );
}
