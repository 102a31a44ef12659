import { sigmoid, softplus } from './logistic';

/** A point at which a loss has a corner: its slope rises by `jump` there. */
export interface Kink {
  at: number;
  jump: number;
}

/**
 * What a Lipschitz GAN's critic minimises on a fake point whose score is t, as a plain function with its derivatives;
 * on a real point it is value(-t). Convex. At a kink `slope` is that of the left side.
 */
export interface LipschitzLoss {
  name: string;
  /** phi(t). */
  value(t: number): number;
  /** phi'(t). */
  slope(t: number): number;
  /** phi''(t), without what the kinks add. */
  curvature(t: number): number;
  /** phi'' > 0 everywhere: then the optimal critic is unique. */
  strictlyConvex: boolean;
  /** Where phi' jumps; nowhere unless given. */
  kinks?: readonly Kink[];
}

/** alpha of (t + alpha)^2 and of max(0, t + alpha). */
export interface MarginOptions {
  /** > 0; 1 unless given. */
  alpha?: number;
}

/** The names of {@link lipschitzLosses}. */
export type LipschitzLossName = 'x' | 'exp' | 'logSigmoid' | 'sqrt' | 'square' | 'hinge';

/** sqrt(t^2 + 1) + t, which is 1 / (sqrt(t^2 + 1) - t): of two forms that without cancellation. */
const rootPlus = (t: number) => (t >= 0 ? Math.hypot(t, 1) + t : 1 / (Math.hypot(t, 1) - t));

/**
 * The losses phi that Lipschitz GANs are tried with (Zhou et al., Lipschitz Generative Adversarial Nets, 2019,
 * section 5), varphi(t) = phi(-t) on real points:
 *
 * x: t (WGAN), exp: e^t, logSigmoid: -log sigma(-t) = log(1 + e^t), sqrt: sqrt(t^2 + 1) + t, square: (t + alpha)^2
 * (LSGAN), hinge: max(0, t + alpha).
 *
 * Finite and exact in its last digits for |t| up to 1e150, but e^t, which is Infinity from t = 710 on.
 *
 * @throws Error when alpha is not positive and finite
 */
export const lipschitzLosses: Record<LipschitzLossName, (options?: MarginOptions) => LipschitzLoss> = {
  x: () => ({
    name: 'x',
    value: (t) => t,
    slope: () => 1,
    curvature: () => 0,
    strictlyConvex: false,
  }),
  exp: () => ({
    name: 'exp',
    value: Math.exp,
    slope: Math.exp,
    curvature: Math.exp,
    strictlyConvex: true,
  }),
  logSigmoid: () => ({
    name: 'logSigmoid',
    value: softplus,
    slope: sigmoid,
    curvature: (t) => sigmoid(t) * sigmoid(-t),
    strictlyConvex: true,
  }),
  sqrt: () => ({
    name: 'sqrt',
    value: rootPlus,
    slope: (t) => rootPlus(t) / Math.hypot(t, 1),
    curvature: (t) => 1 / Math.hypot(t, 1) ** 3,
    strictlyConvex: true,
  }),
  square(options) {
    const alpha = margin(options);
    return {
      name: 'square',
      value: (t) => (t + alpha) ** 2,
      slope: (t) => 2 * (t + alpha),
      curvature: () => 2,
      strictlyConvex: true,
    };
  },
  hinge(options) {
    const alpha = margin(options);
    return {
      name: 'hinge',
      value: (t) => Math.max(0, t + alpha),
      slope: (t) => (t > -alpha ? 1 : 0),
      curvature: () => 0,
      strictlyConvex: false,
      kinks: [{ at: -alpha, jump: 1 }],
    };
  },
};

/** The loss of that name, or the loss itself. @throws Error on an unknown name */
export function namedLoss(loss: LipschitzLossName | LipschitzLoss): LipschitzLoss {
  if (typeof loss === 'object' && loss !== null) return loss;
  if (!Object.hasOwn(lipschitzLosses, loss))
    throw new Error(`loss must be one of ${Object.keys(lipschitzLosses).join(', ')}, got ${loss}`);
  return lipschitzLosses[loss]();
}

function margin({ alpha = 1 }: MarginOptions = {}): number {
  if (!(alpha > 0 && alpha < Infinity)) throw new Error(`alpha must be positive and finite, got ${alpha}`);
  return alpha;
}
