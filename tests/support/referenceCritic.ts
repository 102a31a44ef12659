/** A scalar function and its derivative, in 64 bits. */
export interface Reference {
  f(x: number): number;
  df(x: number): number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** The activations of src/models by name, written down a second time without TensorFlow.js. */
export const activationReferences: Record<string, Reference> = {
  linear: { f: (x) => x, df: () => 1 },
  relu: { f: (x) => Math.max(0, x), df: (x) => (x > 0 ? 1 : 0) },
  leakyRelu: { f: (x) => (x > 0 ? x : 0.2 * x), df: (x) => (x > 0 ? 1 : 0.2) },
  exp: { f: Math.exp, df: Math.exp },
  sigmoid: { f: sigmoid, df: (x) => sigmoid(x) * sigmoid(-x) },
  softplus: { f: softplus, df: sigmoid },
  tanh: { f: Math.tanh, df: (x) => 1 - Math.tanh(x) ** 2 },
  elu: { f: (x) => (x > 0 ? x : Math.expm1(x)), df: (x) => (x > 0 ? 1 : Math.exp(x)) },
  selu: {
    f: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
    df: (x) => 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x)),
  },
  swish: { f: (x) => x * sigmoid(x), df: (x) => sigmoid(x) + x * sigmoid(x) * sigmoid(-x) },
  shiftedSoftplus: { f: (x) => softplus(2 * x + 2) / 2 - 1, df: (x) => sigmoid(2 * x + 2) },
  sine: { f: Math.sin, df: Math.cos },
};

/** An MLP in 64 bits: parameters W1 [in, out], b1, W2, … flattened into one array. */
export function referenceCritic(
  layers: readonly number[],
  parameters: ArrayLike<number>,
  activation: Reference,
) {
  const depth = layers.length - 1;
  const offsets: { w: number; b: number }[] = [];
  let at = 0;
  for (let l = 0; l < depth; l++) {
    offsets.push({ w: at, b: at + layers[l] * layers[l + 1] });
    at = offsets[l].b + layers[l + 1];
  }
  const weight = (l: number, i: number, j: number) => parameters[offsets[l].w + i * layers[l + 1] + j];
  const forward = (x: readonly number[]) => {
    const inputs: number[][] = []; // before each activation
    let h = [...x];
    for (let l = 0; l < depth; l++) {
      const z = Array.from({ length: layers[l + 1] }, (_, j) =>
        h.reduce((sum, value, i) => sum + value * weight(l, i, j), parameters[offsets[l].b + j]),
      );
      inputs.push(z);
      h = l < depth - 1 ? z.map(activation.f) : z;
    }
    return { output: h[0], inputs };
  };
  return {
    value: (x: readonly number[]) => forward(x).output,
    gradient: (x: readonly number[]) => {
      const { inputs } = forward(x);
      let v = Array.from({ length: layers[depth - 1] }, (_, i) => weight(depth - 1, i, 0));
      for (let l = depth - 2; l >= 0; l--) {
        const dz = v.map((value, j) => value * activation.df(inputs[l][j]));
        v = Array.from({ length: layers[l] }, (_, i) =>
          dz.reduce((sum, d, j) => sum + d * weight(l, i, j), 0),
        );
      }
      return v;
    },
  };
}

/** Central differences of a function of many numbers. */
export function centralDifferences(f: (x: Float64Array) => number, x: ArrayLike<number>, h = 1e-5): number[] {
  const at = Float64Array.from(x);
  return Array.from(at, (value, i) => {
    at[i] = value + h;
    const up = f(at);
    at[i] = value - h;
    const down = f(at);
    at[i] = value;
    return (up - down) / (2 * h);
  });
}

/** ‖a - b‖ / ‖b‖. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return Math.sqrt(difference / size);
}
