import { relu } from '../models/activations';
import type { Penalty } from './penalty';
import { type SlopePenaltyOptions, slopePenalty } from './slopePenalty';

/**
 * The one-sided gradient penalty lambda E max(0, ‖grad f(xHat)‖ - target)^2 at random points xHat between real and fake
 * ones, by default with lambda = 10 and target 1 (Improved Training of WGANs, Appendix C; also called the Lipschitz
 * penalty, LP). It keeps slopes from rising above the target and costs nothing below it.
 *
 * @throws Error when lambda is not > 0 or target is < 0
 */
export function oneSidedGradientPenalty(options: SlopePenaltyOptions = {}): Penalty {
  return slopePenalty('oneSidedGradientPenalty', 'one-sided gradient penalty', options, relu);
}
