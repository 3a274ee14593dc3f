import { createClient, NetworkError } from "graphql-sse";
import { stringifyDocument } from "urql";
import { graphql } from "../graphql/gql.ts";
import type { LiveSubscription } from "../graphql/graphql.ts";
import { sessionEnded, sessionUnfinished } from "../session/session-events.ts";
import { localeOf, storedLanguage } from "../words/language.ts";
import type { Live, LiveWish, Looker } from "./live.ts";

const liveDocument = graphql(`
  subscription Live($areas: [ID!]!, $after: FeedPosition, $looking: ID) {
    live(areas: $areas, after: $after, looking: $looking) {
      change {
        position
        subject
        id
      }
      presence {
        caseId
        people {
          id
          name
        }
      }
    }
  }
`);

/** The connection of a window. */
export interface Link {
  want(wish: LiveWish | null): void;
}

export interface LinkGiven {
  url: string;
  fetch: typeof fetch;
}

/** The server writes something every two seconds: silence means that the connection is dead, whatever it says. */
const SILENCE_MS = 6000;
/** Waits before each further attempt; the last one again and again. A minute's cut is over within a second of the network's return. */
const waits = [250, 500, 1000];
const LONG_WAIT_MS = 5000;
const PATIENT_TRIES = 90;
/** What ends as soon as it has begun is not begun again at once. */
const SOON_MS = 1000;
/** As long as it is open again by then, nobody has to know. */
const LOST_AFTER_MS = 3000;
/** A window that nobody looks at hears nothing, and its person is not looking at the case. */
const HIDDEN_MS = 5000;
/** Who is not named again by then has gone while the connection was. */
const NAMED_AGAIN_MS = 1500;

/** Holds one stream open for what is wanted, and opens it again where it was cut. */
export function openLink(live: Live, { url, fetch: send }: LinkGiven): Link {
  let wish: LiveWish | null = null;
  let position: number | null = null;
  let lookers = new Map<string, readonly Looker[]>();
  let tries = 0;
  let attempt: AbortController | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let isHidden = false;

  const close = (): void => {
    clearTimeout(next);
    attempt?.abort();
    attempt = undefined;
  };

  function reopen(wait = 0): void {
    close();
    if (wish === null || isHidden) {
      clearTimeout(lost);
      lost = undefined;
      lookers = new Map();
      return live.show({ state: "OFF", lookers });
    }
    if (live.state === "OFF") live.show({ state: "OPENING" });
    lost ??= setTimeout(() => live.show({ state: "LOST" }), LOST_AFTER_MS);
    next = setTimeout(() => void run(wish as LiveWish), wait);
  }

  function opened(): void {
    tries = 0;
    clearTimeout(lost);
    lost = undefined;
    if (live.state !== "OPEN") live.show({ state: "OPEN" });
  }

  function heard({ change, presence }: LiveSubscription["live"]): void {
    if (change) {
      position = change.position;
      live.signal(change);
    }
    if (presence) showLookers((shown) => (presence.people.length > 0 ? shown.set(presence.caseId, presence.people) : shown.delete(presence.caseId)));
  }

  function showLookers(change: (shown: Map<string, readonly Looker[]>) => unknown): void {
    lookers = new Map(lookers);
    change(lookers);
    live.show({ lookers });
  }

  async function run({ areas, looking }: LiveWish): Promise<void> {
    const control = (attempt = new AbortController());
    let silence: ReturnType<typeof setTimeout> | undefined;
    const alive = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => control.abort(), SILENCE_MS);
    };
    alive();
    const begun = Date.now();
    const named = new Set<string>();
    let naming: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url,
      retryAttempts: 0,
      headers: { "accept-language": localeOf[storedLanguage()] },
      fetchFn: async (input: string, init: RequestInit) => {
        const response = await send(input, { ...init, signal: control.signal });
        if (!response.ok || response.body === null) return response;
        opened();
        naming = setTimeout(() => showLookers((shown) => [...shown.keys()].filter((id) => !named.has(id)).forEach((id) => shown.delete(id))), NAMED_AGAIN_MS);
        const body = response.body.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, controller) {
              alive();
              controller.enqueue(chunk);
            },
          }),
        );
        return new Response(body, response);
      },
    });
    let wait: number | undefined;
    try {
      const results = client.iterate<LiveSubscription>({ query: stringifyDocument(liveDocument), variables: { areas, after: position, looking } });
      for await (const { data } of results) {
        if (control !== attempt) break;
        if (data?.live.presence) named.add(data.live.presence.caseId);
        if (data) heard(data.live);
      }
      // Ended by the server: whoever comes back may see something else, and begins anew.
      if (control === attempt) position = null;
    } catch (error) {
      if (control === attempt) wait = waitAfter(error);
    } finally {
      clearTimeout(silence);
      clearTimeout(naming);
      control.abort();
    }
    if (control === attempt && wait !== Infinity) reopen(wait ?? (Date.now() - begun < SOON_MS ? SOON_MS : waits[0]));
  }

  /** How long to wait after what went wrong; for ever when somebody has to sign in first. */
  function waitAfter(error: unknown): number {
    const { status } = error instanceof NetworkError ? ((error.response as Response | undefined) ?? { status: 0 }) : { status: 0 };
    if (status === 401) sessionEnded();
    if (status === 403) sessionUnfinished();
    if (status === 401 || status === 403) {
      clearTimeout(lost);
      lost = undefined;
      live.show({ state: "OFF" });
      return Infinity;
    }
    const wait = status === 429 || tries > PATIENT_TRIES ? LONG_WAIT_MS : (waits[Math.min(tries, waits.length - 1)] ?? LONG_WAIT_MS);
    tries += 1;
    // Not all at once, where it was the server that went.
    return wait * (0.7 + 0.3 * Math.random());
  }

  const atOnce = (): void => {
    if (live.state !== "OPEN" && wish !== null && !isHidden) reopen();
  };
  window.addEventListener("online", () => {
    // The connection of before the cut may seem open for minutes.
    if (wish !== null && !isHidden) reopen();
  });
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.visibilityState === "hidden") {
      hiding = setTimeout(() => {
        isHidden = true;
        reopen();
      }, HIDDEN_MS);
    } else if (isHidden) {
      isHidden = false;
      reopen();
    } else atOnce();
  });

  return {
    want(wanted) {
      if (JSON.stringify(wanted) === JSON.stringify(wish)) return atOnce();
      wish = wanted;
      reopen();
    },
  };
}
