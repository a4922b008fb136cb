// The one road from the page to the agent: the code in the address becomes a token, the token goes along as a header.
// The token lies in sessionStorage, which ends with the tab and reaches no other port as a cookie would. Used by every section.
import { language } from "./words.js";

const SLOT = "second-look-home";

/** Why the agent did not do as asked. Carries its code and field, never what was typed. */
export class Refused extends Error {
  /** @param {number} status @param {{ code?: string, field?: string }} problem */
  constructor(status, problem) {
    super(problem.code ?? "error");
    this.status = status;
    this.code = problem.code ?? "error";
    this.field = problem.field ?? "";
  }
}

/** Nobody answers on the agent's port. */
export class Away extends Error {}

/** No token, or one that the agent no longer knows. */
export class SignedOut extends Error {}

/**
 * Sign in with the code of the address, if there is one, and take it out of the address before anything else.
 * @returns {Promise<string>} "" when signed in, else why not: `signed_out` or the code of the refusal
 */
export async function signIn() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code === null) return sessionStorage.getItem(SLOT) ? "" : "signed_out";
  history.replaceState(null, "", location.pathname + location.search);
  sessionStorage.removeItem(SLOT);
  try {
    const { token } = await send("POST", "/home/sessions", { code });
    sessionStorage.setItem(SLOT, token);
    return "";
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

/**
 * Ask the agent.
 * @param {"GET" | "POST" | "DELETE"} method
 * @param {string} path below /home
 * @param {object} [body]
 * @returns {Promise<any>} its JSON, or null when it has nothing to say
 */
export async function ask(method, path, body) {
  const token = sessionStorage.getItem(SLOT);
  if (!token) throw new SignedOut();
  try {
    return await send(method, `/home/${path}`, body, token);
  } catch (error) {
    if (error instanceof Refused && error.code === "bad-token") {
      sessionStorage.removeItem(SLOT);
      throw new SignedOut();
    }
    throw error;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {string} [token]
 */
async function send(method, path, body, token) {
  /** @type {Record<string, string>} */
  const headers = { "Accept-Language": language };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    headers["X-Second-Look"] = "1";
  }
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: method === "GET" ? null : JSON.stringify(body ?? {}),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
  } catch {
    throw new Away();
  }
  if (answer.status === 204) return null;
  const held = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, held);
  return held;
}
