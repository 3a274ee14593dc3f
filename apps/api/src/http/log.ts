import pino, { type Logger } from "pino";

/** Where every line of the running server goes: structured, one JSON object a line. */
export type Log = Logger;

/**
 * The log of the program. What is handed to it is chosen at each call: never bodies, cookies, query strings, or
 * anything about a person but their id.
 */
export function openLog(level: string): Log {
  // To stderr: what a person is told goes to stdout.
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}
