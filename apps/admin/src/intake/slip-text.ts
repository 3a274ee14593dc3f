/** What stands on a resident's slip: no name, no words of his own, nothing that says what it is about. */
export interface SlipText {
  code: string;
  no: string;
  /** Until when somebody gets in touch, in words; null when nothing is promised. */
  promise: string | null;
}
