import { LabelledSegments } from "../cases/actions/LabelledSegments.tsx";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { ExternalLink } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { CodeBlock } from "./CodeBlock.tsx";
import { type IntegrationsSearch, recipes, snippetLanguages } from "./integrations-search.ts";
import { integrationsWords } from "./integrations-words.ts";
import { snippets } from "./snippets.ts";

export interface DevelopPanelProps {
  search: IntegrationsSearch;
  onChange: (next: IntegrationsSearch) => void;
}

/** 开发: explorer, contract and docs of this installation, and the programs to begin with. */
export default function DevelopPanel({ search, onChange }: DevelopPanelProps) {
  const w = useWords(integrationsWords);
  const viewer = useViewer();
  const recipe = search.recipe ?? "query";
  const language = search.with ?? "curl";
  const origin = location.origin;
  const code = snippets({ origin, areaCode: areasOfRight(viewer, "KEEP_INTEGRATIONS")[0] ?? "" })[recipe][language];
  const tools = [
    { href: "/explorer/", name: w.explorer, note: w.explorerNote },
    { href: "/schema.graphql", name: w.sdl, note: w.sdlNote },
    { href: "/docs", name: w.docs, note: w.docsNote },
  ];
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <section aria-label={w.tools} className="flex flex-col gap-2">
        <h2 className="text-lead font-semibold">{w.tools}</h2>
        <ul className="grid gap-3 sm:grid-cols-3">
          {tools.map(({ href, name, note }) => (
            <li key={href} className="flex flex-col gap-1 rounded-one border border-line bg-surface p-3">
              <span className="inline-flex min-h-control-small items-center">
                <ExternalLink href={href}>{name}</ExternalLink>
              </span>
              <span className="text-ink-soft">{note}</span>
              <span className="font-mono text-small break-all text-ink-soft">{origin + href}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={w.recipes} className="flex min-w-0 flex-col gap-3">
        <div>
          <h2 className="text-lead font-semibold">{w.recipes}</h2>
          <p className="text-ink-soft">{w.recipesNote}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <LabelledSegments label={w.recipe} value={recipe} onChange={(next) => onChange({ ...search, recipe: next })} segments={recipes.map((id) => ({ id, label: w.recipeOf[id] }))} className="flex-wrap" />
          <LabelledSegments label={w.language} value={language} onChange={(next) => onChange({ ...search, with: next })} segments={snippetLanguages.map((id) => ({ id, label: w.languageOf[id] }))} />
        </div>
        <p>{w.recipeNote[recipe]}</p>
        <CodeBlock key={`${recipe} ${language}`} label={w.codeOf(w.recipeOf[recipe], w.languageOf[language])} code={code} />
      </section>
    </div>
  );
}
