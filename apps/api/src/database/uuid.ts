const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an id at all: PostgreSQL throws on one that is not, where "there is none" is the answer. */
export function isUuid(text: string): boolean {
  return shape.test(text);
}
