// The one way to the agent: prove, then ask, within one deadline. Only background.ts makes one of these.
// Each request has a proof of its own (proof.ts) before any text or token leaves. A proof kept for even a second would be
// honoured for whoever took the port within that second, after the agent died; proving again costs 1 to 2 ms.
// It never throws: every failure is an Outcome with a reason. It keeps no text.
import type { Attempt, Checked } from "./contract.gen";
import { type AwayReason, asDecision, away, isRecord, type Outcome } from "./outcome";
import { freshNonce, type Link, proves } from "./proof";

const DEADLINE_MS = 1_500;
/** A native host is a process per call: with the agent gone, ask it at most this often. */
const LINK_RETRY_MS = 2_000;
const LONGEST_ANSWER = 1_000_000;

/** Why there is no link: nobody to ask, or no agent is running. */
export type NoLink = "no_host" | "unreachable";

export interface LinkSource {
  /** The link known so far, or asks for it. */
  get(): Promise<Link | NoLink>;
  /** Drops what is known, so that the next `get` asks anew. */
  forget(): Promise<void>;
}

export interface Health {
  /** The agent's own word, or the reason why there is none. */
  readonly protection: string;
  readonly version: string | null;
  readonly checked: Checked | null;
}

/** A failure on the way, carrying nothing but its reason. */
class NoAnswerError extends Error {
  constructor(readonly reason: AwayReason) {
    super(reason);
  }
}

/** 401: the token is of an earlier agent. */
class StaleLinkError extends Error {}

export class AgentClient {
  readonly #running = new Map<string, AbortController>();
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly links: LinkSource,
    private readonly language: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Checks one attempt; a newer check of the same editor ends the older one as "superseded". */
  async check(editor: string, attempt: Attempt): Promise<Outcome> {
    this.#running.get(editor)?.abort("superseded");
    const running = new AbortController();
    this.#running.set(editor, running);
    try {
      const answer = await this.#ask("POST", "/v1/checks", attempt, running);
      const decision = asDecision(answer);
      return decision ? { kind: "decision", decision } : away("bad_answer");
    } catch (error) {
      return running.signal.reason === "superseded" ? { kind: "superseded" } : away(reasonOf(error));
    } finally {
      if (this.#running.get(editor) === running) this.#running.delete(editor);
    }
  }

  /** Tells the agent something about the person's own rules ("not a student", "for school"). True when it was taken. */
  async tell(path: "/v1/exceptions" | "/v1/for-school", body: object): Promise<boolean> {
    try {
      await this.#ask("POST", path, body, new AbortController());
      return true;
    } catch {
      return false; // the caller says so to the person; the reason is on the badge already
    }
  }

  /** Something that the agent holds for every page; null without an answer. */
  async read(path: "/v1/sites"): Promise<unknown> {
    return this.#ask("GET", path, null, new AbortController()).catch(() => null);
  }

  /** The agent's own status, or the reason why there is none. */
  async health(): Promise<Health> {
    const none = (protection: string): Health => ({ protection, version: null, checked: null });
    try {
      const status = await this.#ask("GET", "/v1/health", null, new AbortController());
      if (!isRecord(status) || typeof status.protection !== "string") return none("bad_answer");
      return {
        protection: status.protection,
        version: typeof status.version === "string" ? status.version : null,
        checked: isRecord(status.checked) ? (status.checked as unknown as Checked) : null,
      };
    } catch (error) {
      return none(reasonOf(error));
    }
  }

  async #ask(method: "GET" | "POST", path: string, body: object | null, running: AbortController): Promise<unknown> {
    const timer = setTimeout(() => running.abort("late"), DEADLINE_MS);
    try {
      return await Promise.race([this.#twice(method, path, body, running.signal), whenAborted(running.signal)]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A dead port, a squatter or a 401 may only mean that the agent was restarted: one more try with a new link. */
  async #twice(method: "GET" | "POST", path: string, body: object | null, signal: AbortSignal): Promise<unknown> {
    try {
      return await this.#once(method, path, body, signal);
    } catch (error) {
      const renewable =
        error instanceof StaleLinkError || reasonOf(error) === "unreachable" || reasonOf(error) === "not_proved";
      if (!renewable || this.now() - this.#renewedAt < LINK_RETRY_MS) throw error;
      this.#renewedAt = this.now();
      await this.links.forget();
      return this.#once(method, path, body, signal);
    }
  }

  async #once(method: "GET" | "POST", path: string, body: object | null, signal: AbortSignal): Promise<unknown> {
    const link = await this.links.get();
    if (typeof link === "string") throw new NoAnswerError(link);
    signal.throwIfAborted();
    await this.#prove(link, signal);
    const headers = { Authorization: `Bearer ${link.token}`, "Accept-Language": this.language };
    const response = await send(link, method, path, body, { headers, signal });
    if (response.status === 401) throw new StaleLinkError();
    if (!response.ok) throw new NoAnswerError(await whyRefused(response));
    return response.status === 204 ? null : readJson(response);
  }

  async #prove(link: Link, signal: AbortSignal): Promise<void> {
    const nonce = freshNonce();
    const response = await send(link, "POST", "/v1/proof", { nonce }, { headers: {}, signal });
    const answer = response.ok ? await readJson(response).catch(() => null) : null;
    if (!(await proves(answer, nonce, link))) throw new NoAnswerError("not_proved");
  }
}

async function send(
  link: Link,
  method: "GET" | "POST",
  path: string,
  body: object | null,
  extra: { headers: Record<string, string>; signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(`http://127.0.0.1:${link.port}${path}`, {
      method,
      headers: { "Content-Type": "application/json", "X-Second-Look": "1", ...extra.headers },
      body: body === null ? null : JSON.stringify(body),
      signal: extra.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
    });
  } catch {
    extra.signal.throwIfAborted();
    throw new NoAnswerError("unreachable");
  }
}

/** A pause is the person's own word, every other problem a refusal. */
async function whyRefused(response: Response): Promise<AwayReason> {
  const problem = response.status === 503 ? await readJson(response).catch(() => null) : null;
  return isRecord(problem) && problem.code === "paused" ? "paused" : "refused";
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text.length > LONGEST_ANSWER) throw new NoAnswerError("bad_answer");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NoAnswerError("bad_answer");
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new NoAnswerError("late")), { once: true });
  });
}

function reasonOf(error: unknown): AwayReason {
  if (error instanceof NoAnswerError) return error.reason;
  if (error instanceof StaleLinkError) return "refused";
  return error === "late" ? "late" : "unreachable";
}
