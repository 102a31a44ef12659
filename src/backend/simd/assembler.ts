/*
 * The few instructions of WebAssembly that our kernels need, as functions that return their bytes. An expression leaves
 * one value, a statement none. Addresses and counts are 32-bit integers, everything else 32-bit floats, alone or
 * four at a time. Every instruction on floats rounds once, as IEEE 754 has it: there is no fused multiplication.
 *
 * WebAssembly Core Specification 2.0, section 5.4.
 */

/** Bytes of instructions. */
export type Code = readonly number[];

/** A variable: its number in the function, parameters first. */
export type Local = number;

/** 0 … count - 1. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** A number of any size in groups of seven bits. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

function signed(value: number): number[] {
  const low = value & 127;
  const rest = value >> 7;
  const isLast = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return isLast ? [low] : [low + 128, ...signed(rest)];
}

const vector = (opcode: number) => [0xfd, ...unsigned(opcode)];
const binary =
  (opcode: readonly number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];
const unary =
  (opcode: readonly number[]) =>
  (a: Code): Code => [...a, ...opcode];

export const get = (local: Local): Code => [0x20, ...unsigned(local)];
export const set = (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)];

/** Integers. */
export const int = {
  of: (value: number): Code => [0x41, ...signed(value)],
  add: binary([0x6a]),
  sub: binary([0x6b]),
  mul: binary([0x6c]),
  and: binary([0x71]),
  /** Whether a <= b, unsigned. */
  atMost: binary([0x4d]),
  differ: binary([0x47]),
  isZero: unary([0x45]),
};

/** One float. */
export const float = {
  load: (address: Code, offset = 0): Code => [...address, 0x2a, 2, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...[...address, ...value, 0x38, 2],
    ...unsigned(offset),
  ],
  zero: [0x43, 0, 0, 0, 0] as Code,
  abs: unary([0x8b]),
  neg: unary([0x8c]),
  sqrt: unary([0x91]),
  add: binary([0x92]),
  sub: binary([0x93]),
  mul: binary([0x94]),
  div: binary([0x95]),
  max: binary([0x97]),
  /** 1 where a > 0, what is no number where a is none, else 0. */
  step: (a: Code): Code => [...[...a, ...a, 0x43, 0, 0, 0, 0, 0x5e, 0xb2], ...[...a, ...a, 0x5c, 0x1b]],
};

const fourZeros: Code = [...vector(0x0c), ...new Array(16).fill(0)];
const fourOnes: Code = [...vector(0x0c), ...range(4).flatMap(() => [0, 0, 0x80, 0x3f])];

/** Four floats; offsets in bytes. */
export const four = {
  load: (address: Code, offset = 0): Code => [...address, ...vector(0x00), 2, ...unsigned(offset)],
  /** One number four times. */
  spread: (address: Code, offset = 0): Code => [...address, ...vector(0x09), 2, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...[...address, ...value, ...vector(0x0b), 2],
    ...unsigned(offset),
  ],
  zero: fourZeros,
  abs: unary(vector(0xe0)),
  neg: unary(vector(0xe1)),
  sqrt: unary(vector(0xe3)),
  add: binary(vector(0xe4)),
  sub: binary(vector(0xe5)),
  mul: binary(vector(0xe6)),
  div: binary(vector(0xe7)),
  max: binary(vector(0xe9)),
  /** 1 where a > 0, what is no number where a is none, else 0. */
  step: (a: Code): Code => [
    ...[...a, ...fourZeros, ...vector(0x44), ...fourOnes, ...vector(0x4e)],
    ...[...a, ...a, ...vector(0x42), ...a, ...vector(0x4e), ...vector(0x50)],
  ],
  /** All bits set where they differ or one is no number. */
  differ: binary(vector(0x42)),
  /** An integer: whether any bit is set. */
  any: unary(vector(0x53)),
  /** Four of the eight numbers of a and b, by place. */
  pick: (a: Code, b: Code, places: readonly number[]): Code => [
    ...[...a, ...b, ...vector(0x0d)],
    ...places.flatMap((place) => [0, 1, 2, 3].map((byte) => 4 * place + byte)),
  ],
};

/** Repeats the body as long as the integer is not 0. */
export const whileTrue = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1],
  ...[...body, 0x0c, 0, 0x0b, 0x0b],
];

/** A function of integers, which returns an integer or nothing. */
export interface Routine {
  parameters: number;
  returns?: boolean;
  /** Variables beside the parameters: integers, floats, fours, in this order. */
  locals: { ints?: number; floats?: number; fours?: number };
  body: Code;
}

const types = { int: 0x7f, float: 0x7d, four: 0x7b };
const text = (name: string) => [name.length, ...Buffer.from(name)];
const list = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: Code): Code => [id, ...sized(bytes)];

/** A module of routines that work on a memory from outside. */
export function assemble(routines: Readonly<Record<string, Routine>>): Uint8Array<ArrayBuffer> {
  const all = Object.entries(routines);
  const signature = ({ parameters, returns }: Routine): Code => [
    ...[0x60, ...list(new Array(parameters).fill([types.int]))],
    ...list(returns ? [[types.int]] : []),
  ];
  const code = ({ locals: { ints = 0, floats = 0, fours = 0 }, body }: Routine): Code => {
    const groups = [
      [ints, types.int],
      [floats, types.float],
      [fours, types.four],
    ];
    return sized([...list(groups.map(([count, type]) => [...unsigned(count), type])), ...body, 0x0b]);
  };
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(all.map(([, routine]) => signature(routine)))),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0, 0]])),
    ...section(3, list(all.map((_, i) => [i]))),
    ...section(7, list(all.map(([name], i) => [...text(name), 0x00, i]))),
    ...section(10, list(all.map(([, routine]) => code(routine)))),
  ]);
}
