import { ProgressBar } from "react-aria-components/ProgressBar";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";
import type { Upload } from "./use-uploads.ts";

/** Files on their way, and those that were not taken with the reason. */
export function UploadList({ uploads, onRetry, onDismiss }: { uploads: readonly Upload[]; onRetry: (key: string) => void; onDismiss: (key: string) => void }) {
  const w = useWords(attachmentWords);
  if (uploads.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {uploads.map(({ key, name, share, failure, canRetry }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-one bg-sunken px-3 py-2">
          <span className="min-w-0 flex-1 basis-40">
            <span className="block truncate">{name}</span>
            {failure !== null && (
              <span className="flex items-center gap-1 text-small text-bad">
                <Icon name="alert" size="small" />
                {failure}
              </span>
            )}
          </span>
          {failure === null ? (
            <ProgressBar aria-label={w.sending(name)} value={Math.round(share * 100)} className="w-32">
              {({ percentage = 0, valueText }) => (
                <>
                  <span className="block text-end text-small text-ink-soft">{share === 0 ? w.waiting : valueText}</span>
                  <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="block h-1 w-full rounded-one bg-line text-accent" aria-hidden="true">
                    <rect width={percentage} height="4" fill="currentColor" />
                  </svg>
                </>
              )}
            </ProgressBar>
          ) : (
            <span className="flex items-center gap-1">
              {canRetry && (
                <Button size="small" icon="refresh" onPress={() => onRetry(key)}>
                  {w.retry}
                </Button>
              )}
              <IconButton size="small" icon="close" label={w.dismiss(name)} onPress={() => onDismiss(key)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
