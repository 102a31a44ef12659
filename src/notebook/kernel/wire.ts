import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** A message of the Jupyter protocol, version 5.3. */
export interface Message {
  /** Routing prefix: who sent it, and so who gets the reply. */
  identities: Buffer[];
  header: Header;
  parent: Partial<Header>;
  content: Record<string, unknown>;
}

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

export const protocolVersion = '5.3';
const delimiter = '<IDS|MSG>';

/**
 * Reads the frames of one message: identities, delimiter, signature, header, parent, metadata, content, buffers.
 *
 * @param key of the connection file; an empty key means unsigned
 * @throws Error when the delimiter is missing or the signature is wrong
 */
export function decode(frames: Buffer[], key: string): Message {
  const at = frames.findIndex((frame) => frame.equals(Buffer.from(delimiter)));
  if (at === -1 || frames.length < at + 6)
    throw new Error(`a Jupyter message has a delimiter and 5 frames behind it, got ${frames.length} frames`);
  const [signature, ...parts] = frames.slice(at + 1, at + 6);
  if (key !== '' && !same(signature.toString(), sign(parts, key)))
    throw new Error('a Jupyter message has a wrong signature; it was ignored');
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()));
  return { identities: frames.slice(0, at), header, parent, content };
}

/** The frames of a message, signed. */
export function encode(message: Message, key: string): Buffer[] {
  const parts = [message.header, message.parent, {}, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  const signature = key === '' ? '' : sign(parts, key);
  return [...message.identities, Buffer.from(delimiter), Buffer.from(signature), ...parts];
}

/** A message of the kernel that belongs to `request`. */
export function answer(request: Message, type: string, content: Record<string, unknown>): Message {
  const { session, username } = request.header;
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username,
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { identities: request.identities, header, parent: request.header, content };
}

function sign(parts: Buffer[], key: string): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
