/** Keys to press, drawn as keys: `<KeyHint keys={["Ctrl", "K"]} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <kbd key={key} className="min-w-5 rounded-[3px] border border-line-strong bg-sunken px-1 text-center font-sans text-small text-ink-soft">
          {key}
        </kbd>
      ))}
    </span>
  );
}
