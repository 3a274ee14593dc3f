/** A LIKE pattern for what a person typed, found anywhere in a text of small letters, its wildcards taken literally. */
export function searchPattern(typed: string): string {
  return `%${typed.trim().toLowerCase().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
}
