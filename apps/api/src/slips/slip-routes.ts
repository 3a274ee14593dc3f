import { decideAppeal, decideCallBack, decideReopen, decideWithdraw, isRefusal, phraseOf, refuse, satisfactions, type Case, type Decision, type Facts, type Refusal, type Satisfaction } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { slipHolder, type SlipHolder } from "./slip-case.ts";
import { slipPage } from "./slip-page.ts";
import type { Auth } from "../access/auth.ts";
import { answerRefusal } from "../attachments/file-request.ts";
import { perform, type Act, type Actor } from "../cases/act.ts";
import { receiptsExist } from "../cases/receipts-exist.ts";
import { clientAddress } from "../http/client-address.ts";
import { languageOf, type Ground } from "../http/context.ts";
import type { Limits } from "../http/limits.ts";
import { withinBudget } from "../points/point-routes.ts";

export interface SlipRoutes {
  readonly ground: Ground;
  readonly auth: Auth;
  readonly limits: Limits;
}

/** What is sent with an act. */
interface SlipInput {
  readonly idempotencyKey: string;
  readonly resolved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  readonly words: string;
}

type Decide = (c: Case, respondent: string, input: SlipInput, facts: Facts, act: Act) => Decision | Promise<Decision>;

/** Address and name of each act, and the decision it is: the same that workers' mutations ask. */
const acts: readonly { readonly path: string; readonly verb: string; readonly reopens?: true; readonly decide: Decide }[] = [
  { path: "rating", verb: "rateBySlip", decide: (c, respondent, { resolved, satisfaction, words }, facts) => decideCallBack(c, { respondent, reached: true, resolved, satisfaction, words }, facts) },
  { path: "reopening", verb: "reopenBySlip", reopens: true, decide: (c, respondent, { words }, facts) => decideReopen(c, { respondent, words }, facts) },
  { path: "appeal", verb: "appealBySlip", decide: (c, respondent, { words }, facts) => decideAppeal(c, { respondent, words }, facts) },
  { path: "withdrawal", verb: "withdrawBySlip", decide: async (c, respondent, _input, facts, { client }) => decideWithdraw(c, { respondent, receiptsExist: await receiptsExist(client, c.id) }, facts) },
];

function inputOf(request: FastifyRequest): SlipInput {
  const body = (typeof request.body === "object" && request.body !== null ? request.body : {}) as Record<string, unknown>;
  const text = (key: string): string => (typeof body[key] === "string" ? body[key] : "");
  const resolved = body["resolved"];
  return {
    idempotencyKey: text("idempotencyKey"),
    resolved: typeof resolved === "boolean" ? resolved : null,
    satisfaction: satisfactions.find((one) => one === body["satisfaction"]) ?? null,
    words: text("words"),
  };
}

const statusOf: Partial<Record<Refusal["code"], number>> = { NOT_FOUND: 404, ALREADY_ANSWERED: 409, IDEMPOTENCY_KEY_REUSED: 409, APPEAL_ONCE: 409, SLIP_WITH_SESSION: 403, WAS_LEAD: 403 };

function no(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  return answerRefusal(request, reply, statusOf[refusal.code] ?? 400, refusal.code, phraseOf(refusal, languageOf(request.headers["accept-language"])));
}

/**
 * Mounts GET /api/slips/:code and an act of each kind below it (POST …/rating, reopening, appeal, withdrawal), for the page
 * behind the code of a slip: without a session, counted by address and by code. A code that is none, whatever is wrong with
 * it, is one answer; ten of them close the address out for a quarter of an hour. Who is signed in may look, and does nothing
 * in a resident's name.
 */
export function mountSlips(app: FastifyInstance, { ground, auth, limits }: SlipRoutes): void {
  /** The holder of the slip in the address; null when the request has been answered already. */
  async function holderOf(request: FastifyRequest, reply: FastifyReply): Promise<SlipHolder | null> {
    const { code } = request.params as { code: string };
    let holder: SlipHolder | null = null;
    const isWithin = await withinBudget(request, reply, async () => {
      await limits.countAnonymous(request, reply);
      await limits.slips.look(request, code);
      holder = await slipHolder(ground, code);
      if (holder === null) await limits.slips.miss(request);
    });
    if (isWithin && holder === null) no(request, reply, refuse("NOT_FOUND", {}));
    return isWithin ? holder : null;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, holder: SlipHolder): Promise<FastifyReply> {
    const page = await slipPage(ground, holder, languageOf(request.headers["accept-language"]));
    return page === null ? no(request, reply, refuse("NOT_FOUND", {})) : reply.header("cache-control", "no-store").send(page);
  }

  app.get("/api/slips/:code", { exposeHeadRoute: false }, async (request, reply) => {
    const holder = await holderOf(request, reply);
    return holder === null ? reply : show(request, reply, holder);
  });

  for (const { path, verb, reopens, decide } of acts) {
    app.post(`/api/slips/:code/${path}`, { bodyLimit: 16_384 }, async (request, reply) => {
      const holder = await holderOf(request, reply);
      if (holder === null) return reply;
      if ((await auth.sessionOf(request.headers)) !== null) return no(request, reply, refuse("SLIP_WITH_SESSION", {}));
      if (!(await withinBudget(request, reply, () => limits.slips.act(request, reopens && { resident: holder.viewer.personId })))) return reply;
      const input = inputOf(request);
      const done = await perform(actorOf(request, holder), { verb, input, on: [{ id: holder.caseId, expectedVersion: null }], area: () => holder.area }, async (act) => {
        const c = act.cases.get(holder.caseId) as Case;
        await act.decide(c, await decide(c, holder.viewer.slip.respondent, input, act.facts, act));
        return c.id;
      });
      return isRefusal(done) ? no(request, reply, done) : show(request, reply, holder);
    });
  }

  function actorOf(request: FastifyRequest, { viewer, db }: SlipHolder): Actor {
    return { viewer, db, clock: ground.clock, auditKeys: ground.auditKeys, sessionId: null, address: clientAddress(request), requestId: request.id };
  }
}
