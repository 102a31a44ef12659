import { describe, expect, it } from 'vitest';
import { answer, decode, encode, type Message } from '../../../src/notebook/kernel/wire';

const header = {
  msg_id: '1',
  msg_type: 'execute_request',
  session: 's',
  username: 'u',
  date: 'd',
  version: '5.3',
};
const message: Message = { identities: [Buffer.from([0, 7])], header, parent: {}, content: { code: 'é' } };

describe('a message of the Jupyter protocol', () => {
  it('survives the wire', () => {
    expect(decode(encode(message, 'key'), 'key')).toEqual(message);
  });

  it('may be unsigned', () => {
    expect(encode(message, '')[2].length).toBe(0);
    expect(decode(encode(message, ''), '')).toEqual(message);
  });

  it('is signed with HMAC-SHA256 of header, parent, metadata and content', () => {
    // printf '%s' '{"a":1}{}{}{"b":2}' | openssl dgst -sha256 -hmac key
    const frames = encode({ ...message, header: { a: 1 } as never, content: { b: 2 } }, 'key');
    expect(String(frames[2])).toBe('0206f42f4ae2a48f6054ab91271f90c100f7022f55fb1f23de6377624d533752');
  });

  it('is refused when its signature is wrong or cut', () => {
    expect(() => decode(encode(message, 'other'), 'key')).toThrow('wrong signature');
    const frames = encode(message, 'key');
    frames[2] = frames[2].subarray(1);
    expect(() => decode(frames, 'key')).toThrow('wrong signature');
  });

  it('is refused without its delimiter', () => {
    expect(() => decode([Buffer.from('x')], 'key')).toThrow('delimiter');
  });

  it('is answered to who sent it, with a new id', () => {
    const reply = answer(message, 'execute_reply', { status: 'ok' });
    expect(reply.identities).toBe(message.identities);
    expect(reply.parent).toEqual(header);
    expect(reply.header).toMatchObject({ msg_type: 'execute_reply', session: 's', username: 'u' });
    expect(reply.header.msg_id).not.toBe(answer(message, 'execute_reply', {}).header.msg_id);
  });
});
