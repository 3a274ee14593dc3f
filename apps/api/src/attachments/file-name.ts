import { extensionsOf } from "./media-types.ts";

/** Longest name that is kept, in characters. */
const LONGEST = 120;

/** Control characters, and those that turn the direction of what follows: with U+202E in it, `annex…fdp.exe` reads as `annexexe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * The name somebody gave a file, as it is kept and shown: without folders and without what cannot be seen, at most 120
 * characters. It never becomes part of a path. Undefined when nothing is left of it.
 */
export function keptName(typed: string): string | undefined {
  const last = typed.normalize("NFC").replace(UNSEEN, "").split(/[/\\]/).at(-1)?.trim() ?? "";
  const characters = [...last];
  if (characters.length <= LONGEST) return last === "" || /^\.+$/.test(last) ? undefined : last;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(last)?.[0] ?? "";
  return characters.slice(0, LONGEST - ending.length).join("") + ending;
}

/** The name a file is handed out under: it ends as the type says, whatever it was called. */
function handedName(name: string, mediaType: string): string {
  const extensions = extensionsOf(mediaType);
  const isRight = extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
  return isRight ? name : `${name}.${extensions[0]}`;
}

/** The header Content-Disposition (RFC 6266, RFC 5987): a plain name for the oldest clients, the real one for the others. */
export function disposition(how: "inline" | "attachment", name: string, mediaType: string): string {
  const handed = handedName(name, mediaType);
  const plain = handed.replace(/[^A-Za-z0-9._ -]/g, "_");
  const encoded = encodeURIComponent(handed).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
