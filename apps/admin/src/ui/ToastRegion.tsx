import { Button as AriaButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import { UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as Content, UNSTABLE_ToastRegion as Region } from "react-aria-components/Toast";
import { useWords } from "../words/useWords.tsx";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import type { Tone } from "./tone.ts";
import { toastQueue } from "./toasts.ts";

const icons: Record<Tone, { name: IconName; colour: string }> = {
  neutral: { name: "info", colour: "text-ink-soft" },
  accent: { name: "info", colour: "text-accent" },
  good: { name: "done", colour: "text-good" },
  warn: { name: "alert", colour: "text-warn" },
  bad: { name: "alert", colour: "text-bad" },
};

/** Draws the toasts. F6 moves to them (a landmark), Escape closes the one that has the focus. */
export default function ToastRegion() {
  const words = useWords();
  return (
    <Region
      queue={toastQueue}
      aria-label={words.ui.notices}
      className="group/toasts fixed end-2 bottom-[calc(var(--bottom-bar)+0.5rem)] z-50 flex w-[min(24rem,calc(100vw-1rem))] flex-col gap-2 rounded-one sm:end-4 sm:bottom-4"
    >
      {({ toast }) => {
        const { title, description, tone, action, seconds } = toast.content;
        return (
          <Toast toast={toast} className="relative flex items-center gap-2 overflow-hidden rounded-one bg-raised py-2 ps-3 pe-1 shadow-one data-focus-visible:outline-2 animate-appear">
            <Icon name={icons[tone].name} className={`self-start ${icons[tone].colour}`} />
            <Content className="min-w-0 flex-1">
              <Text slot="title" className="block font-medium">
                {title}
              </Text>
              {(description ?? (action && seconds)) && (
                <Text slot="description" className="block text-small text-ink-soft">
                  {description ?? words.ui.undoWithin(seconds ?? 0)}
                </Text>
              )}
            </Content>
            {action && (
              <Button
                size="small"
                onPress={() => {
                  action.onPress();
                  toastQueue.close(toast.key);
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label={words.ui.close}
              className="inline-flex min-h-control-small min-w-control-small items-center justify-center rounded-one text-ink-soft data-hovered:bg-hover"
            >
              <Icon name="close" size="small" />
            </AriaButton>
            {seconds !== undefined && (
              // The time left. It stops when the clock does; without motion the words alone tell it.
              <span
                aria-hidden="true"
                style={{ animationDuration: `${seconds}s` }}
                className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent [animation:run-out_linear_forwards] group-data-focused/toasts:[animation-play-state:paused] group-data-hovered/toasts:[animation-play-state:paused] motion-reduce:hidden"
              />
            )}
          </Toast>
        );
      }}
    </Region>
  );
}
