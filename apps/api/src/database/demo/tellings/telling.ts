/**
 * One matter as it is told: the clerk's title, the resident's own words, what was planned and how it ended.
 * All invented. No names, no addresses: the place belongs to the story that tells it.
 */
export interface Telling {
  readonly title: string;
  readonly words: string;
  readonly measure: string;
  readonly result: string;
}

type Told = readonly [title: string, words: string, measure: string, result: string];

/** Tellings written as rows of four. */
export function tellings(rows: readonly Told[]): readonly Telling[] {
  return rows.map(([title, words, measure, result]) => ({ title, words, measure, result }));
}
