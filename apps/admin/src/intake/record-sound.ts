/** How long a recording may be, in seconds: what somebody says at a door, not a meeting. */
export const longestSeconds = 60;

/** Why this browser, here and now, records no sound. */
export type CannotRecord =
  /** Browsers lend the microphone to pages over https only. */
  | "insecure"
  | "unsupported"
  /** The person, or a policy of the device, said no. */
  | "denied"
  | "noMicrophone"
  | "failed";

/** A recording that was made; `seconds` is its length. */
export interface Sound {
  blob: Blob;
  seconds: number;
}

interface Telling {
  /** The seconds so far, a few times a second. */
  onTick: (seconds: number) => void;
  /** It was stopped, or stopped itself at the longest; null when nothing came of it. */
  onDone: (sound: Sound | null) => void;
}

/** What is recorded is what the server keeps: the first that this browser can make. Speech needs no more than 32 kbit/s. */
const types = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const bitsPerSecond = 32_000;

/** Asks for the microphone and records until `stop`, or until the longest is reached. Says why when it cannot. */
export async function startRecording({ onTick, onDone }: Telling): Promise<{ stop: () => void } | CannotRecord> {
  if (!isSecureContext) return "insecure";
  // Absent in old browsers, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const type = typeof MediaRecorder === "undefined" ? undefined : types.find((one) => MediaRecorder.isTypeSupported(one));
  if (!devices || type === undefined) return "unsupported";
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch (error) {
    return whyNot(error);
  }
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond });
  const chunks: Blob[] = [];
  const startedAt = performance.now();
  const seconds = () => Math.min(longestSeconds, (performance.now() - startedAt) / 1000);
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const timer = setInterval(() => {
    onTick(seconds());
    // A page in the background gets its ticks late: the length is measured, not counted.
    if (seconds() >= longestSeconds) stop();
  }, 200);
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  recorder.onstop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    const blob = new Blob(chunks, { type: type.split(";")[0] ?? type });
    onDone(blob.size > 0 ? { blob, seconds: Math.max(1, Math.round(seconds())) } : null);
  };
  recorder.start();
  return { stop };
}

function whyNot(error: unknown): CannotRecord {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "noMicrophone" : "failed";
}
