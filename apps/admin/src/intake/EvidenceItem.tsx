import { useEffect, useRef, useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import { type EntryFile, readFile } from "./kept-files.ts";

/** m:ss, as every phone writes it. */
export const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** An address of the bytes for as long as they are shown; null until they are read, and when they are gone. */
function useAddress({ key }: EntryFile): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isLeft = false;
    void readFile(key).then((file) => {
      if (!file || isLeft) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      isLeft = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [key]);
  return address;
}

/** One photo, recording or paper of the entry: to look at or hear, and to take away. */
export function EvidenceItem({ file, onRemove }: { file: EntryFile; onRemove: () => void }) {
  const words = useWords(intakeWords);
  const address = useAddress(file);
  const remove = <IconButton icon="bin" label={words.removeFile(file.name)} hasTooltip={false} onPress={onRemove} />;
  if (file.kind === "PHOTO") {
    return (
      <li className="relative size-24 overflow-hidden rounded-one border border-line bg-sunken">
        {address && <img src={address} alt={words.photoAlt(file.name)} className="size-full object-cover" />}
        <span className="absolute end-0 bottom-0 rounded-ss-one bg-raised">{remove}</span>
      </li>
    );
  }
  return (
    <li className="flex min-h-control w-full items-center gap-1 rounded-one border border-line bg-surface ps-1">
      {file.kind === "SOUND" ? <PlayButton address={address} name={file.name} /> : <Icon name="audit" className="mx-2 text-ink-soft" />}
      <span className="min-w-0 flex-1 truncate">{file.name}</span>
      {file.seconds !== null && <span className="text-ink-soft tabular-nums">{clock(file.seconds)}</span>}
      {remove}
    </li>
  );
}

function PlayButton({ address, name }: { address: string | null; name: string }) {
  const words = useWords(intakeWords);
  const sound = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const toggle = () => {
    if (!sound.current) return;
    if (isPlaying) sound.current.pause();
    else void sound.current.play().catch(() => setPlaying(false));
  };
  return (
    <>
      {/* A resident's own voice, written down in the words above it. */}
      {address && (
        <audio
          ref={sound}
          src={address}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setPlaying(false)}
        />
      )}
      <IconButton icon={isPlaying ? "pause" : "play"} label={isPlaying ? words.pauseSound(name) : words.playSound(name)} hasTooltip={false} onPress={toggle} />
    </>
  );
}
