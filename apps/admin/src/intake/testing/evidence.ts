import { vi } from "vitest";

/** As the camera or the picker of the system hands it over. */
export function choose(files: readonly File[], input = "input[type=file][capture]"): void {
  const element = document.querySelector<HTMLInputElement>(input) as HTMLInputElement;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  element.files = chosen.files;
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A small photo that a browser can draw. */
export async function photo(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext("2d")?.fillRect(0, 0, 20, 30);
  return new File([await canvas.convertToBlob({ type: "image/jpeg" })], name, { type: "image/jpeg" });
}

/** A microphone that hears a tone; `passes` lets the clock of the recording run ahead. */
export function fakeMicrophone(): { passes: (seconds: number) => void; restore: () => void } {
  const real = performance.now.bind(performance);
  let ahead = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => real() + ahead);
  const microphone = vi.spyOn(navigator.mediaDevices, "getUserMedia").mockImplementation(async () => {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const heard = context.createMediaStreamDestination();
    tone.connect(heard);
    tone.start();
    return heard.stream;
  });
  return {
    passes: (seconds) => void (ahead += seconds * 1000),
    restore: () => {
      clock.mockRestore();
      microphone.mockRestore();
    },
  };
}

/** What this device holds of files. */
export function keptKeys(): Promise<IDBValidKey[]> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("bandeng-intake", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files", { keyPath: "key" });
    opening.onerror = () => failed(new Error("no database"));
    opening.onsuccess = () => {
      const asked = opening.result.transaction("files").objectStore("files").getAllKeys();
      asked.onsuccess = () => {
        opening.result.close();
        done(asked.result);
      };
    };
  });
}

export const emptyDevice = () =>
  new Promise<void>((done) => {
    localStorage.clear();
    const asked = indexedDB.deleteDatabase("bandeng-intake");
    asked.onsuccess = asked.onerror = asked.onblocked = () => done();
  });

/** Until it holds: a machine that does much else needs longer than a second. */
export const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000 });
