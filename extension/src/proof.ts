// The agent proves itself before it gets any text or token: it returns an HMAC over our fresh nonce under the token that
// native messaging delivered. A program that squats the port does not know the token and cannot answer.
// Does no I/O; called by agent-client.ts only. The message is `nonce|port|version|started`, as in the agent's proof.py.
import { isRecord } from "./outcome";

/** Where the agent is and the secret shared with it. Never logged, never sent in a message. */
export interface Link {
  readonly port: number;
  readonly token: string;
}

/** 32 random bytes in hex. */
export function freshNonce(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * True when `answer` proves knowledge of the token for exactly this nonce and port.
 * `crypto.subtle.verify` compares in constant time.
 */
export async function proves(answer: unknown, nonce: string, link: Link): Promise<boolean> {
  if (!isRecord(answer) || answer.port !== link.port) return false;
  if (typeof answer.version !== "string" || typeof answer.started !== "string") return false;
  const mac = fromHex(answer.mac);
  if (!mac) return false;
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(link.token), algorithm, false, ["verify"]);
  const said = `${nonce}|${answer.port}|${answer.version}|${answer.started}`;
  return crypto.subtle.verify("HMAC", key, mac, bytes.encode(said));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== "string" || !/^[0-9a-f]{64}$/.test(value)) return null;
  return Uint8Array.from(value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
